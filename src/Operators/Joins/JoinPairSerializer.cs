namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.State;
using Akka.Flink.State.Snapshots;

/// <summary>The buffers of a key as bytes.</summary>
/// <typeparam name="TLeft">The type of the left stream.</typeparam>
/// <typeparam name="TRight">The type of the right stream.</typeparam>
/// <param name="left">The left records' serializer.</param>
/// <param name="right">The right records' serializer.</param>
/// <param name="leftPool">Arrays for left records.</param>
/// <param name="rightPool">Arrays for right records.</param>
internal sealed class JoinPairSerializer<TLeft, TRight>(
    ITypeSerializer<TLeft> left, ITypeSerializer<TRight> right, JoinPool<TLeft> leftPool, JoinPool<TRight> rightPool)
    : ITypeSerializer<JoinPair<TLeft, TRight>>
{
    /// <inheritdoc/>
    public Schema Schema { get; } = new("join-buffers", "", [new SchemaField("left", left.Schema), new SchemaField("right", right.Schema)]);

    /// <inheritdoc/>
    public bool IsImmutable => true;   // buffers change only behind a reference that was asked for to change them

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, JoinPair<TLeft, TRight> value)
    {
        Varint.WriteSigned(output, value.LastMs);
        Write(output, value.Left, left);
        Write(output, value.Right, right);
    }

    /// <inheritdoc/>
    public JoinPair<TLeft, TRight> Read(ref ReadOnlySpan<byte> input)
    {
        var pair = default(JoinPair<TLeft, TRight>);
        pair.LastMs = Varint.ReadSigned(ref input);
        Read(ref input, ref pair.Left, left, leftPool);
        Read(ref input, ref pair.Right, right, rightPool);
        return pair;
    }

    /// <inheritdoc/>
    public JoinPair<TLeft, TRight> Copy(JoinPair<TLeft, TRight> value) => value;

    /// <inheritdoc/>
    public ITypeSerializer<JoinPair<TLeft, TRight>>? ReaderFor(Schema written)
    {
        if (written == Schema)
            return this;
        if (written.Kind != Schema.Kind || written.Fields.Length != 2)
            return null;
        if (left.ReaderFor(written.Fields[0].Schema) is not { } leftReader
            || right.ReaderFor(written.Fields[1].Schema) is not { } rightReader)
            return null;

        return new JoinPairSerializer<TLeft, TRight>(leftReader, rightReader, leftPool, rightPool);
    }

    private static void Write<T>(IBufferWriter<byte> output, in JoinBuffer<T> buffer, ITypeSerializer<T> serializer)
    {
        Varint.WriteSigned(output, buffer.Count);
        foreach (ref readonly var record in buffer.Records[buffer.Start..])
        {
            Varint.WriteSigned(output, record.TimestampMs);
            serializer.Write(output, record.Value);
        }
    }

    private static void Read<T>(ref ReadOnlySpan<byte> input, ref JoinBuffer<T> buffer, ITypeSerializer<T> serializer, JoinPool<T> pool)
    {
        var count = (int)Varint.ReadSigned(ref input);
        for (var i = 0; i < count; i++)
        {
            var timestampMs = Varint.ReadSigned(ref input);
            buffer.Add(timestampMs, serializer.Read(ref input), pool);
        }
    }
}
