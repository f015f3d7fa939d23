namespace Akka.Flink.State.Tables;

using System.Buffers;
using System.Runtime.CompilerServices;

/// <summary>Slots: small dense numbers that stand for keys, or for what hangs below a key (a namespace, an entry of a map, an element of a
/// list). Columns and timers are by slot.</summary>
/// <remarks>
/// <para>A slot lives as long as something holds it: the value of a column, the tombstone that the next snapshot needs, a timer, a slot of
/// a space below. One that nothing holds is freed at the end of the batch, never in the middle, so slots that were resolved ahead stay
/// valid.</para>
/// <para><b>Threads.</b> The backend's only.</para>
/// </remarks>
internal abstract class SlotSpace
{
    private const int Nothing = -1;
    private const int PrefetchDistance = 8;

    private readonly Segments<int> _holds = new();   // of a free slot: the next free one, as -2 - slot; -1 ends the chain
    private readonly Segments<int> _candidates = new();
    private int _candidateCount;
    private int _firstFree = Nothing;

    /// <summary>The slot that states over this space read and write; -1 when there is none.</summary>
    public int Current = Nothing;

    /// <summary>One more than the highest slot ever given.</summary>
    public int Limit { get; private set; }

    /// <summary>How many slots are taken.</summary>
    public int Count { get; private set; }

    /// <summary>Counts one more reason to keep a slot.</summary>
    /// <param name="slot">The slot.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Retain(int slot) => _holds[slot]++;

    /// <summary>Counts one reason less.</summary>
    /// <param name="slot">The slot.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Release(int slot)
    {
        if (--_holds[slot] == 0)
            AddCandidate(slot);
    }

    /// <summary>Whether anything holds a slot.</summary>
    /// <param name="slot">The slot.</param>
    public bool IsHeld(int slot) => slot < Limit && _holds[slot] > 0;

    /// <summary>Frees the slots that nothing holds.</summary>
    public void EndBatch()
    {
        while (_candidateCount > 0)
        {
            var slot = _candidates[--_candidateCount];
            if (_candidateCount >= PrefetchDistance && _holds[_candidates[_candidateCount - PrefetchDistance]] == 0)
                PrefetchForget(_candidates[_candidateCount - PrefetchDistance]);
            if (_holds[slot] == 0)
                Free(slot);
        }
    }

    /// <summary>Writes what a slot stands for, with what it hangs below.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="slot">The slot.</param>
    public abstract void WriteKey(IBufferWriter<byte> output, int slot);

    /// <summary>Reads what <see cref="WriteKey"/> wrote.</summary>
    /// <param name="input">The bytes; moved behind the key, unless the key is not this subtask's.</param>
    /// <param name="scope">Which keys are this subtask's.</param>
    /// <param name="add">Whether to give it a slot if it has none.</param>
    /// <returns>Its slot; -1 if it is not this subtask's, or has none.</returns>
    public abstract int ReadKey(ref ReadOnlySpan<byte> input, in RestoreScope scope, bool add);

    /// <summary>Called some keys before <see cref="ReadKey"/> is: asks the processor to fetch what that will need.</summary>
    /// <param name="input">What will be read.</param>
    public virtual void PrefetchKey(ReadOnlySpan<byte> input)
    {
    }

    /// <summary>Called while restoring when what a slot stood for turns out to have been removed later.</summary>
    /// <param name="slot">The slot.</param>
    public virtual void Unlink(int slot)
    {
    }

    /// <summary>Called when all of a restore is in, before the first use.</summary>
    public virtual void EndRestore()
    {
    }

    /// <summary>A text for errors.</summary>
    /// <param name="slot">The slot.</param>
    public abstract string Describe(int slot);

    /// <summary>Takes a slot. It is freed at the end of the batch unless something holds it by then.</summary>
    protected int Take()
    {
        int slot;
        if (_firstFree != Nothing)
        {
            slot = _firstFree;
            _firstFree = -2 - _holds[slot];
        }
        else
        {
            slot = Limit++;
            _holds.Ensure(slot);
        }

        _holds[slot] = 0;
        Count++;
        AddCandidate(slot);
        return slot;
    }

    /// <summary>Called some slots before <see cref="Forget"/> may be: asks the processor to fetch what that will need.</summary>
    /// <param name="slot">The slot.</param>
    protected virtual void PrefetchForget(int slot)
    {
    }

    /// <summary>Called when a slot is freed: takes it out of the index.</summary>
    /// <param name="slot">The slot.</param>
    protected abstract void Forget(int slot);

    private void Free(int slot)
    {
        Forget(slot);
        _holds[slot] = -2 - _firstFree;
        _firstFree = slot;
        Count--;
    }

    private void AddCandidate(int slot)
    {
        _candidates.Ensure(_candidateCount);
        _candidates[_candidateCount++] = slot;
    }
}
