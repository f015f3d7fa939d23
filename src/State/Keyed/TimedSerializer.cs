namespace Akka.Flink.State.Keyed;

using System.Buffers;
using System.Buffers.Binary;

/// <summary>The bytes of a value with time-to-live: the time (8 bytes, the lowest first) and the value. Its schema is the value's: that
/// there is a time is a flag of the state.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="inner">The value's serializer.</param>
internal sealed class TimedSerializer<T>(ITypeSerializer<T> inner) : ITypeSerializer<Timed<T>>
{
    /// <inheritdoc/>
    public Schema Schema => inner.Schema;

    /// <inheritdoc/>
    public bool IsImmutable => inner.IsImmutable;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, Timed<T> value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value.AtMs);
        output.Advance(sizeof(long));
        inner.Write(output, value.Value);
    }

    /// <inheritdoc/>
    public Timed<T> Read(ref ReadOnlySpan<byte> input)
    {
        var atMs = BinaryPrimitives.ReadInt64LittleEndian(input);
        input = input[sizeof(long)..];
        return new Timed<T>(inner.Read(ref input), atMs);
    }

    /// <inheritdoc/>
    public Timed<T> Copy(Timed<T> value) => new(inner.Copy(value.Value), value.AtMs);

    /// <inheritdoc/>
    public ITypeSerializer<Timed<T>>? ReaderFor(Schema written) => inner.ReaderFor(written) switch
    {
        null => null,
        var same when ReferenceEquals(same, inner) => this,
        var other => new TimedSerializer<T>(other),
    };
}
