namespace Akka.Flink.State.Serialization.Values;

using System.Buffers;

/// <summary>Stands for the reader of a type that contains itself, while that reader is being made.</summary>
/// <typeparam name="T">The values' type.</typeparam>
internal sealed class DeferredReader<T> : ITypeSerializer<T>
{
    private ITypeSerializer<T> _reader = null!;

    public Schema Schema => _reader.Schema;

    public bool IsImmutable => _reader.IsImmutable;

    /// <summary>Sets what it stands for.</summary>
    public ITypeSerializer<T> Become(ITypeSerializer<T> reader) => _reader = reader;

    public void Write(IBufferWriter<byte> output, T value) => _reader.Write(output, value);

    public T Read(ref ReadOnlySpan<byte> input) => _reader.Read(ref input);

    public T Copy(T value) => _reader.Copy(value);

    public ITypeSerializer<T>? ReaderFor(Schema written) => _reader.ReaderFor(written);
}
