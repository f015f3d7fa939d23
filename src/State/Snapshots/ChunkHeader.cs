namespace Akka.Flink.State.Snapshots;

using System.Collections.Immutable;

/// <summary>What a chunk begins with: all that is needed to read it, so that no chunk needs another.</summary>
/// <param name="Operator">The operator's uid.</param>
/// <param name="SnapshotId">The number of the snapshot, larger than those before it in the same chain.</param>
/// <param name="IsBase">Whether the snapshot holds everything, or what changed since the one before.</param>
/// <param name="Subtask">The index of the subtask that wrote it.</param>
/// <param name="Range">The key groups of the subtask that wrote it; an empty one for operator state.</param>
/// <param name="MaxParallelism">The operator's maximum parallelism.</param>
/// <param name="Key">The bytes of keys; null for operator state.</param>
/// <param name="States">The states, by the numbers that entries use.</param>
/// <remarks>
/// In bytes: magic, version, length (4 bytes); the operator; snapshot id; flags (1: base, 2: has keys); subtask; first and one past the
/// last key group; maximum parallelism; the key's schema if it has keys; the number of states, and for each its name, kind, flags (1:
/// time-to-live,
/// 2: namespace, 4: element, 8: value) and the schemas that the flags announce. Numbers are varints, strings UTF-8 behind their length.
/// </remarks>
internal sealed record ChunkHeader(
    string Operator,
    long SnapshotId,
    bool IsBase,
    int Subtask,
    KeyGroupRange Range,
    int MaxParallelism,
    Schema? Key,
    ImmutableArray<StateInfo> States)
{
    /// <summary>The format's version.</summary>
    public const byte Version = 1;

    /// <summary>Where the length stands.</summary>
    public const int LengthPosition = 5;

    /// <summary>The fewest bytes that can be a chunk.</summary>
    public const int MinBytes = LengthPosition + sizeof(uint) + sizeof(uint);

    /// <summary>The first bytes of every chunk.</summary>
    public static ReadOnlySpan<byte> Magic => "AFSC"u8;

    /// <summary>Writes the header; the length is filled in when the chunk is closed.</summary>
    public void Write(ChunkBuffer output)
    {
        Magic.CopyTo(output.GetSpan(Magic.Length));
        output.Advance(Magic.Length);
        output.WriteByte(Version);
        output.WriteUInt32(0);
        output.WriteString(Operator);
        output.WriteVarint((ulong)SnapshotId);
        output.WriteByte((byte)((IsBase ? 1 : 0) | (Key is null ? 0 : 2)));
        output.WriteVarint((ulong)Subtask);
        output.WriteVarint((ulong)Range.First);
        output.WriteVarint((ulong)(Range.Last + 1));
        output.WriteVarint((ulong)MaxParallelism);
        if (Key is not null)
            SchemaFormat.Write(output, Key);
        output.WriteVarint((ulong)States.Length);
        foreach (var state in States)
            WriteState(output, state);
    }

    /// <summary>Reads a header and moves <paramref name="input"/>, which begins behind the length, to the first entry.</summary>
    public static ChunkHeader Read(ref ReadOnlySpan<byte> input)
    {
        var name = SchemaFormat.ReadString(ref input);
        var id = (long)Varint.Read(ref input);
        var flags = (int)Varint.Read(ref input);
        var subtask = (int)Varint.Read(ref input);
        var range = new KeyGroupRange((int)Varint.Read(ref input), (int)Varint.Read(ref input) - 1);
        var maxParallelism = (int)Varint.Read(ref input);
        var key = (flags & 2) != 0 ? SchemaFormat.Read(ref input) : null;
        var states = ImmutableArray.CreateBuilder<StateInfo>();
        for (var left = Varint.Read(ref input); left > 0; left--)
            states.Add(ReadState(ref input));
        return new ChunkHeader(name, id, (flags & 1) != 0, subtask, range, maxParallelism, key, states.ToImmutable());
    }

    private static void WriteState(ChunkBuffer output, StateInfo state)
    {
        output.WriteString(state.Name);
        output.WriteByte((byte)state.Kind);
        var flags = (state.HasTimeToLive ? 1 : 0) | (state.Namespace is null ? 0 : 2);
        flags |= (state.Element is null ? 0 : 4) | (state.Value is null ? 0 : 8);
        output.WriteByte((byte)flags);
        foreach (var schema in (ReadOnlySpan<Schema?>)[state.Namespace, state.Element, state.Value])
        {
            if (schema is not null)
                SchemaFormat.Write(output, schema);
        }
    }

    private static StateInfo ReadState(ref ReadOnlySpan<byte> input)
    {
        var name = SchemaFormat.ReadString(ref input);
        var kind = (StateKind)Varint.Read(ref input);
        var flags = (int)Varint.Read(ref input);
        return new StateInfo(
            name,
            kind,
            (flags & 1) != 0,
            (flags & 2) != 0 ? SchemaFormat.Read(ref input) : null,
            (flags & 4) != 0 ? SchemaFormat.Read(ref input) : null,
            (flags & 8) != 0 ? SchemaFormat.Read(ref input) : null);
    }
}
