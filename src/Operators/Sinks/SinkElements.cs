namespace Akka.Flink.Operators;

using System.Buffers;
using System.Buffers.Binary;
using Akka.Flink.State;
using Akka.Flink.State.OperatorState;

/// <summary>How a sink that commits keeps things in snapshots.</summary>
internal static class SinkElements
{
    public const byte WriterState = 0;
    public const byte Committable = 1;
    public const int HeaderBytes = 9;

    /// <summary>What is prepared, where every subtask is to be given all of it.</summary>
    public static readonly ListStateDescriptor<byte[]> Shared = new("committables");

    /// <summary>Makes an element.</summary>
    /// <param name="kind">What the value is.</param>
    /// <param name="checkpointId">The checkpoint that it is part of.</param>
    /// <param name="value">The value.</param>
    /// <param name="serializer">Writes it.</param>
    public static ReadOnlyMemory<byte> ToBytes<TValue>(byte kind, long checkpointId, TValue value, ITypeSerializer<TValue> serializer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.GetSpan(HeaderBytes)[0] = kind;
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(HeaderBytes)[1..], checkpointId);
        buffer.Advance(HeaderBytes);
        serializer.Write(buffer, value);
        return buffer.WrittenMemory;
    }

    /// <summary>Makes the chunks of a union list.</summary>
    /// <param name="context">Where the operator runs.</param>
    /// <param name="checkpointId">The checkpoint.</param>
    /// <param name="elements">The elements.</param>
    public static IReadOnlyList<ReadOnlyMemory<byte>> ToUnion(
        OperatorContext context, long checkpointId, IReadOnlyList<ReadOnlyMemory<byte>> elements)
    {
        // A store of its own: the operator's belongs to the task's thread.
        var store = new OperatorStateBackend(
            new OperatorStateSetup(context.Uid, context.SubtaskIndex, context.Parallelism, ProgramTypes.Instance));
        var list = store.GetUnionListState(Shared);
        foreach (var element in elements)
            list.Add(element.ToArray());
        var chunks = new ChunkList();
        store.Snapshot(checkpointId, chunks);
        return chunks.Chunks;
    }
}
