namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>Writes a <see cref="TextEvent"/> as UTF-8; the text "poison" cannot be written.</summary>
public sealed class TextEventSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    public const int Id = 90_210;
    public const string Name = "text";
    public const string Poison = "poison";

    public override int Identifier => Id;

    public override string Manifest(object o) => Name;

    public override byte[] ToBinary(object obj) => obj is TextEvent { Text: not Poison } text
        ? Encoding.UTF8.GetBytes(text.Text)
        : throw new NotSupportedException("This event cannot be written.");

    public override object FromBinary(byte[] bytes, string manifest) => new TextEvent(Encoding.UTF8.GetString(bytes));
}
