namespace Akka.Flink.State.Timers;

using Akka.Flink.State.Tables;

/// <summary>A timestamp and its timers: none any more, a single slot, or the number of a bucket of slots.</summary>
internal struct TimerEntry : IHashEntry<long>
{
    /// <summary>The most slots there may be.</summary>
    public const int MaxSlot = SlotMask - 1;

    private const int SlotMask = (1 << 30) - 1;
    private const int Parity = 1 << 30;

    private uint _tag;
    private int _timers;   // negative: a bucket; else a slot and the parity of the last snapshot that knows it

    /// <inheritdoc/>
    public long Key { readonly get; set; }

    /// <inheritdoc/>
    public uint Tag
    {
        readonly get => _tag;
        set => _tag = value;
    }

    /// <summary>Whether all its timers were deleted.</summary>
    public readonly bool IsEmpty => (_timers & ~Parity) == SlotMask;

    /// <summary>Whether it has a bucket.</summary>
    public readonly bool HasBucket => _timers < 0;

    /// <summary>The bucket's number.</summary>
    public readonly int Bucket => ~_timers;

    /// <summary>The single slot.</summary>
    public readonly int Slot => _timers & SlotMask;

    /// <summary>The parity of the last snapshot that knows the single slot.</summary>
    public readonly bool SlotParity => (_timers & Parity) != 0;

    /// <summary>Has a bucket from now on.</summary>
    public void SetBucket(int bucket) => _timers = ~bucket;

    /// <summary>Has a single slot from now on.</summary>
    public void SetSlot(int slot, bool parity) => _timers = slot | (parity ? Parity : 0);

    /// <summary>Has no timers from now on.</summary>
    public void SetEmpty() => _timers = SlotMask;
}
