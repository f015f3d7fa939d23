namespace Akka.Flink.Runtime;

using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Akka.Actor;

/// <summary>Reads what <see cref="WireWriter"/> wrote. Nothing is taken on trust: no more is allocated than there are bytes.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="what">What they are, for errors: <c>a message of kind 'G1'</c>.</param>
/// <param name="system">Finds actors by their paths; null where there are none.</param>
internal class WireReader(byte[] bytes, string what, ExtendedActorSystem? system = null)
{
    private const int MaxVarintBytes = 10;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    private int Left => bytes.Length - Position;

    /// <summary>Called behind the last field.</summary>
    /// <exception cref="JobException">There is more.</exception>
    public void End()
    {
        if (Left > 0)
            throw WireErrors.Damaged(what, bytes.Length, $"{Left} bytes behind its end");
    }

    /// <summary>A number of variable length.</summary>
    public int ReadInt()
    {
        var value = ReadVarint();
        return value <= uint.MaxValue ? (int)(uint)value : throw WireErrors.Damaged(what, bytes.Length, "a number of more than 32 bits");
    }

    /// <summary>A number of variable length.</summary>
    public long ReadLong() => (long)ReadVarint();

    /// <summary>A number of eight bytes.</summary>
    public long ReadFixed() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Whether something is so.</summary>
    public bool ReadBool()
    {
        var value = ReadByte();
        return value <= 1 ? value == 1 : throw WireErrors.Damaged(what, bytes.Length, $"a byte {value} where 0 or 1 is due");
    }

    /// <summary>One byte.</summary>
    public byte ReadByte() => Take(1)[0];

    /// <summary>One of the values of an enumeration.</summary>
    /// <typeparam name="T">The enumeration, whose values are bytes.</typeparam>
    public T ReadEnum<T>()
        where T : struct, Enum
    {
        var number = ReadByte();
        var value = (T)Enum.ToObject(typeof(T), number);
        return Enum.IsDefined(value) ? value : throw WireErrors.Damaged(what, bytes.Length, $"{typeof(T).Name} {number}, which is unknown");
    }

    /// <summary>A text.</summary>
    public string ReadString()
    {
        var text = Take(ReadCount());
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw WireErrors.Damaged(what, bytes.Length, "a text that is no UTF-8");
    }

    /// <summary>A text or null.</summary>
    public string? ReadOptional() => ReadBool() ? ReadString() : null;

    /// <summary>Bytes, not copied.</summary>
    public ReadOnlyMemory<byte> ReadBytes()
    {
        var count = ReadCount();
        Take(count);
        return bytes.AsMemory(Position - count, count);
    }

    /// <summary>A moment.</summary>
    public DateTimeOffset ReadMoment()
    {
        var ms = ReadFixed();
        return ms >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : throw WireErrors.Damaged(what, bytes.Length, $"a moment {ms} ms from 1970, which is in no calendar");
    }

    /// <summary>Several of a kind.</summary>
    public ImmutableArray<T> ReadAll<T>(Func<T> read)
    {
        var count = ReadCount();   // of which each takes a byte at least
        var all = ImmutableArray.CreateBuilder<T>(count);
        while (all.Count < count)
            all.Add(read());
        return all.MoveToImmutable();
    }

    /// <summary>One or null.</summary>
    public T? ReadOptional<T>(Func<T> read)
        where T : class => ReadBool() ? read() : null;

    /// <summary>A job.</summary>
    public JobId ReadJob() => new(ReadString());

    /// <summary>An attempt.</summary>
    public AttemptId ReadAttemptId() => new(ReadJob(), ReadInt());

    /// <summary>A checkpoint.</summary>
    public CheckpointId ReadCheckpointId() => new(ReadInt(), ReadLong());

    /// <summary>A subtask.</summary>
    public SubtaskId ReadSubtask() => new(ReadInt(), ReadInt());

    /// <summary>A slot.</summary>
    public SlotId ReadSlot() => new(ReadString(), ReadInt());

    /// <summary>A channel.</summary>
    public ChannelId ReadChannel() => new(ReadInt(), ReadInt(), ReadInt());

    /// <summary>An actor: a local reference where it is of this system.</summary>
    public IActorRef ReadActor()
    {
        var path = ReadString();
        if (path.Length == 0 || system is null)
            return ActorRefs.Nobody;

        return ActorPath.TryParse(path, out _)
            ? system.Provider.ResolveActorRef(path)
            : throw WireErrors.Damaged(what, bytes.Length, $"'{path}', which is no path of an actor");
    }

    /// <summary>An operator's part of a checkpoint.</summary>
    /// <param name="hasStates">Whether it has operator state by name; false for what was written before there was such state.</param>
    public OperatorStateHandle ReadOperator(bool hasStates = true)
    {
        var (uid, elements) = (ReadString(), ReadAll(ReadBytes));
        IReadOnlyList<ReadOnlyMemory<byte>> states = hasStates ? ReadAll(ReadBytes) : [];
        return new OperatorStateHandle(uid, elements, ReadOptional(ReadKeyed)) { States = states };
    }

    /// <summary>Where keyed state is.</summary>
    public KeyedStateHandle ReadKeyed() => new(ReadInt(), ReadInt(), ReadAll(ReadRange), ReadFixed());

    private SegmentRange ReadRange() => new(new SegmentId(ReadString()), ReadLong(), ReadLong());

    private int ReadCount()
    {
        var count = ReadVarint();
        return count <= (ulong)Left
            ? (int)count
            : throw WireErrors.Truncated(what, bytes.Length, Position, (long)Math.Min(count, long.MaxValue));
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left)
            throw WireErrors.Truncated(what, bytes.Length, Position, count);

        Position += count;
        return bytes.AsSpan(Position - count, count);
    }

    private ulong ReadVarint()
    {
        var value = 0UL;
        for (var i = 0; i < MaxVarintBytes; i++)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7f) << (7 * i);
            if (next < 0x80)
                return value;
        }

        throw WireErrors.Damaged(what, bytes.Length, "a number of more than 64 bits");
    }
}
