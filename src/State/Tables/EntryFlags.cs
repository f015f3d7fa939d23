namespace Akka.Flink.State.Tables;

using System.Numerics;
using System.Runtime.InteropServices;

/// <summary>What a column knows of the entry of a slot. A slot is held as long as this is not 0.</summary>
internal static class EntryFlags
{
    /// <summary>There is a value.</summary>
    public const byte Present = 1;

    /// <summary>It changed since the last snapshot began.</summary>
    public const byte Changed = 2;

    /// <summary>It belongs to the snapshot in progress and is not written yet. What is due has not changed since.</summary>
    public const byte Due = 4;

    /// <summary>An earlier snapshot holds it, so its removal must be written, too.</summary>
    public const byte Stored = 8;

    /// <summary>Present and already changed: one more change needs no more of us.</summary>
    public const byte Hot = Present | Changed;

    /// <summary>The bits that tell a hot entry.</summary>
    public const byte HotMask = Present | Changed | Due;

    /// <summary>Makes of entries what the beginning of a snapshot of changes makes of them: what has changed is due.</summary>
    /// <param name="flags">The entries.</param>
    /// <remarks>In the middle of a record, so all at once and without branches: entries that have changed are anywhere.</remarks>
    public static void BeginDelta(Span<byte> flags)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(flags);
        var changed = new Vector<byte>(Changed);
        foreach (ref var each in vectors)
        {
            var isDue = each & changed;
            each = Vector.AndNot(each, changed) | (isDue + isDue);   // Due is the bit above
        }

        foreach (ref var each in flags[(vectors.Length * Vector<byte>.Count)..])
            each = (byte)((each & ~Changed) | ((each & Changed) << 1));
    }

    /// <summary>Makes of entries what the beginning of a base makes of them: all that are there are due, and of those that were removed
    /// nothing stays.</summary>
    /// <param name="flags">The entries.</param>
    public static void BeginBase(Span<byte> flags)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(flags);
        var (present, changed, due) = (new Vector<byte>(Present), new Vector<byte>(Changed), new Vector<byte>(Due));
        foreach (ref var each in vectors)
            each = (Vector.AndNot(each, changed) | due) & Vector.Equals(each & present, present);

        foreach (ref var each in flags[(vectors.Length * Vector<byte>.Count)..])
            each = (each & Present) != 0 ? (byte)((each & ~Changed) | Due) : (byte)0;
    }

    /// <summary>The next entry that is not there and that an earlier snapshot holds.</summary>
    /// <param name="flags">The entries.</param>
    /// <param name="from">The first to look at.</param>
    /// <returns>Which; -1 when there is none.</returns>
    public static int NextRemoved(ReadOnlySpan<byte> flags, int from)
    {
        var present = new Vector<byte>(Present);
        for (; from < flags.Length; from++)
        {
            while (from <= flags.Length - Vector<byte>.Count
                && new Vector<byte>(flags[from..]) is var vector
                && Vector.EqualsAll(Vector.AndNot(vector, Vector.Equals(vector & present, present)), Vector<byte>.Zero))
            {
                from += Vector<byte>.Count;
            }

            if (from < flags.Length && flags[from] != 0 && (flags[from] & Present) == 0)
                return from;
        }

        return -1;
    }

    /// <summary>What writing makes of a due entry.</summary>
    public static byte Written(byte flags) => (flags & Present) != 0 ? (byte)(Present | Stored) : (byte)0;
}
