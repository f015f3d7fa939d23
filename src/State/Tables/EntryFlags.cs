namespace Akka.Flink.State.Tables;

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

    /// <summary>What the beginning of a snapshot of changes makes of an entry.</summary>
    public static byte BeginDelta(byte flags) => (flags & Changed) != 0 ? (byte)((flags & ~Changed) | Due) : flags;

    /// <summary>What the beginning of a base makes of an entry.</summary>
    public static byte BeginBase(byte flags) => (flags & Present) != 0 ? (byte)((flags & ~Changed) | Due) : (byte)0;

    /// <summary>What writing makes of a due entry.</summary>
    public static byte Written(byte flags) => (flags & Present) != 0 ? (byte)(Present | Stored) : (byte)0;
}
