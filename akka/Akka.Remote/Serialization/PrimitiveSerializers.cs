namespace Akka.Remote.Serialization;

using System.Buffers.Binary;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

/// <summary>Strings and whole numbers as messages.</summary>
public sealed class PrimitiveSerializers : SerializerWithStringManifest
{
    private const string NeutralString = "S";
    private const string NeutralInt32 = "I";
    private const string NeutralInt64 = "L";
    private const string NamedString = "System.String";
    private const string NamedInt32 = "System.Int32";
    private const string NamedInt64 = "System.Int64";

    private readonly bool _usesNames;

    public PrimitiveSerializers(ExtendedActorSystem system, Config config)
        : base(system) => _usesNames = config.GetBoolean("use-legacy-behavior", true);

    public override string Manifest(object obj) => obj switch
    {
        string => _usesNames ? NamedString : NeutralString,
        int => _usesNames ? NamedInt32 : NeutralInt32,
        long => _usesNames ? NamedInt64 : NeutralInt64,
        _ => throw RemotingSerializationErrors.CannotWrite(this, obj),
    };

    public override byte[] ToBinary(object obj)
    {
        switch (obj)
        {
            case string text:
                return Encoding.UTF8.GetBytes(text);
            case int number:
                var four = new byte[sizeof(int)];
                BinaryPrimitives.WriteInt32LittleEndian(four, number);
                return four;
            case long number:
                var eight = new byte[sizeof(long)];
                BinaryPrimitives.WriteInt64LittleEndian(eight, number);
                return eight;
            default:
                throw RemotingSerializationErrors.CannotWrite(this, obj);
        }
    }

    public override object FromBinary(byte[] bytes, string manifest) => Kind(manifest) switch
    {
        NeutralString => Encoding.UTF8.GetString(bytes),
        NeutralInt32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        NeutralInt64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        _ => throw RemotingSerializationErrors.UnknownManifest(this, manifest),
    };

    /// <summary>The neutral manifest; a name may be followed by its assembly.</summary>
    private static string Kind(string manifest)
    {
        if (manifest.Length == 1)
            return manifest;

        var comma = manifest.IndexOf(',');
        return (comma < 0 ? manifest : manifest[..comma]) switch
        {
            NamedString => NeutralString,
            NamedInt32 => NeutralInt32,
            NamedInt64 => NeutralInt64,
            _ => manifest,
        };
    }
}
