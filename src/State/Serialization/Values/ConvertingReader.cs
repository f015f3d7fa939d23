namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;

/// <summary>Reads an older form of values; what it writes is today's form.</summary>
/// <typeparam name="T">The values' type.</typeparam>
/// <param name="current">The serializer of today's form.</param>
/// <param name="read">Reads the older form.</param>
internal sealed class ConvertingReader<T>(ITypeSerializer<T> current, Reader<T> read) : ITypeSerializer<T>
{
    public Schema Schema => current.Schema;

    public bool IsImmutable => current.IsImmutable;

    public void Write(IBufferWriter<byte> output, T value) => current.Write(output, value);

    public T Read(ref ReadOnlySpan<byte> input) => read(ref input);

    public T Copy(T value) => current.Copy(value);

    public ITypeSerializer<T>? ReaderFor(Schema written) => current.ReaderFor(written);
}
