namespace Akka.Flink.Runtime;

/// <summary>The bytes of one type of messages.</summary>
/// <param name="Type">The type.</param>
/// <param name="Manifest">A letter or two and a version. Bytes of a manifest never change: a new form gets a new version, and the old one
/// stays readable.</param>
/// <param name="Write">Writes a message.</param>
/// <param name="Read">Reads one.</param>
internal sealed record WireFormat(Type Type, string Manifest, Action<WireWriter, object> Write, Func<WireReader, object> Read)
{
    /// <summary>The bytes of a type of messages.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="manifest">A letter or two and a version.</param>
    /// <param name="write">Writes a message.</param>
    /// <param name="read">Reads its fields in the same order.</param>
    public static WireFormat Of<T>(string manifest, Action<WireWriter, T> write, Func<WireReader, T> read)
        where T : class, IWireMessage =>
        new(typeof(T), manifest, (writer, message) => write(writer, (T)message), read);
}
