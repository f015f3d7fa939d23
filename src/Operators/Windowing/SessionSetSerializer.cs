namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.State;
using Akka.Flink.State.Snapshots;

/// <summary>The sessions of a key as bytes.</summary>
/// <typeparam name="TAccumulator">What is kept for a session.</typeparam>
/// <param name="accumulators">Its serializer.</param>
/// <param name="pool">Room for sessions.</param>
internal sealed class SessionSetSerializer<TAccumulator>(ITypeSerializer<TAccumulator> accumulators, SessionPool<TAccumulator> pool)
    : ITypeSerializer<SessionSet<TAccumulator>>
{
    /// <inheritdoc/>
    public Schema Schema { get; } = new("sessions", "", [new SchemaField("element", accumulators.Schema)]);

    /// <inheritdoc/>
    public bool IsImmutable => accumulators.IsImmutable;

    /// <inheritdoc/>
    public void Write(IBufferWriter<byte> output, SessionSet<TAccumulator> value)
    {
        Varint.WriteSigned(output, value.Count);
        Varint.WriteSigned(output, value.TimerMs);
        for (var i = 0; i < value.Count; i++)
        {
            ref var session = ref value[i];
            Varint.WriteSigned(output, session.StartMs);
            Varint.WriteSigned(output, session.EndMs);
            Varint.WriteSigned(output, session.IsPending ? 1 : 0);
            accumulators.Write(output, session.Accumulator);
        }
    }

    /// <inheritdoc/>
    public SessionSet<TAccumulator> Read(ref ReadOnlySpan<byte> input)
    {
        var value = default(SessionSet<TAccumulator>);
        var count = (int)Varint.ReadSigned(ref input);
        value.TimerMs = Varint.ReadSigned(ref input);
        for (var i = 0; i < count; i++)
        {
            ref var session = ref value.Insert(i, pool);
            session.StartMs = Varint.ReadSigned(ref input);
            session.EndMs = Varint.ReadSigned(ref input);
            session.IsPending = Varint.ReadSigned(ref input) != 0;
            session.Accumulator = accumulators.Read(ref input);
        }

        return value;
    }

    /// <inheritdoc/>
    public SessionSet<TAccumulator> Copy(SessionSet<TAccumulator> value)
    {
        var copy = default(SessionSet<TAccumulator>);
        copy.TimerMs = value.TimerMs;
        for (var i = 0; i < value.Count; i++)
        {
            ref var session = ref copy.Insert(i, pool);
            session = value[i];
            session.Accumulator = accumulators.Copy(session.Accumulator);
        }

        return copy;
    }

    /// <inheritdoc/>
    public ITypeSerializer<SessionSet<TAccumulator>>? ReaderFor(Schema written)
    {
        if (written == Schema)
            return this;
        if (written.Kind != Schema.Kind || written.Fields.Length != 1)
            return null;

        return accumulators.ReaderFor(written.Fields[0].Schema) is { } reader ? new SessionSetSerializer<TAccumulator>(reader, pool) : null;
    }
}
