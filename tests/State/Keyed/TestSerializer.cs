namespace Akka.Flink.State.Tests.Keyed;

using System.Buffers;

/// <summary>A serializer of the tests, made of functions.</summary>
internal sealed class TestSerializer<T>(string kind, IKeyCodec<T> bytes, Func<T, T>? copy = null) : ITypeSerializer<T>
{
    public Schema Schema { get; } = Schema.Of(kind);

    public bool IsImmutable => copy is null;

    public void Write(IBufferWriter<byte> output, T value) => bytes.Write(output, value);

    public T Read(ref ReadOnlySpan<byte> input) => bytes.Read(ref input);

    public T Copy(T value) => copy is null ? value : copy(value);

    public ITypeSerializer<T>? ReaderFor(Schema written) => written == Schema ? this : null;
}
