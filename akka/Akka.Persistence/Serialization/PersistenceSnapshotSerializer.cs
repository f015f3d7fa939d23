namespace Akka.Persistence.Serialization;

using System.Runtime.Serialization;
using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>
/// Serializes <see cref="Snapshot"/>: the snapshot's own bytes, with the id and the manifest of the serializer that made them.
/// </summary>
/// <remarks>The format is a protobuf message: serializer id (1, int32), payload (2, bytes), manifest (3, bytes).</remarks>
public class PersistenceSnapshotSerializer : Serializer
{
    private const int SerializerIdTag = (1 << 3) | 0;
    private const int PayloadTag = (2 << 3) | 2;
    private const int ManifestTag = (3 << 3) | 2;

    public PersistenceSnapshotSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj)
    {
        if (obj is not Snapshot snapshot)
            throw new ArgumentException($"Can't serialize object of type [{obj?.GetType()}] in [{GetType()}]: only {typeof(Snapshot)}.");

        var serializer = system.Serialization.FindSerializerFor(snapshot.Data);
        var payload = serializer.ToBinary(snapshot.Data);
        var manifest = Encoding.UTF8.GetBytes(Akka.Serialization.Serialization.ManifestFor(serializer, snapshot.Data));

        using var stream = new MemoryStream(payload.Length + manifest.Length + 24);
        if (serializer.Identifier != 0)
        {
            stream.WriteByte(SerializerIdTag);
            WriteVarint(stream, unchecked((ulong)(long)serializer.Identifier));
        }

        WriteBytes(stream, PayloadTag, payload);
        WriteBytes(stream, ManifestTag, manifest);
        return stream.ToArray();
    }

    public override object FromBinary(byte[] bytes, Type type)
    {
        if (type != typeof(Snapshot))
            throw new ArgumentException($"Can't deserialize object of type [{type}] in [{GetType()}]: only {typeof(Snapshot)}.");

        var serializerId = 0;
        byte[] payload = [];
        var manifest = string.Empty;
        for (var at = 0; at < bytes.Length;)
        {
            switch ((int)ReadVarint(bytes, ref at))
            {
                case SerializerIdTag:
                    serializerId = unchecked((int)ReadVarint(bytes, ref at));
                    break;
                case PayloadTag:
                    payload = ReadBytes(bytes, ref at).ToArray();
                    break;
                case ManifestTag:
                    manifest = Encoding.UTF8.GetString(ReadBytes(bytes, ref at));
                    break;
                default:
                    throw Damaged(at);
            }
        }

        return new Snapshot(system.Serialization.Deserialize(payload, serializerId, manifest));
    }

    private static void WriteBytes(MemoryStream stream, int tag, byte[] bytes)
    {
        if (bytes.Length == 0)
            return;

        stream.WriteByte((byte)tag);
        WriteVarint(stream, (ulong)bytes.Length);
        stream.Write(bytes);
    }

    private static void WriteVarint(MemoryStream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    private static ulong ReadVarint(byte[] bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        throw Damaged(at);
    }

    private static ReadOnlySpan<byte> ReadBytes(byte[] bytes, ref int at)
    {
        var length = ReadVarint(bytes, ref at);
        if (length > (ulong)(bytes.Length - at))
            throw Damaged(at);

        var start = at;
        at += (int)length;
        return bytes.AsSpan(start, (int)length);
    }

    private static SerializationException Damaged(int at) => new(
        $"A snapshot is damaged at byte {at}: it is not what this serializer wrote. Delete it, so that an older one is loaded.");
}
