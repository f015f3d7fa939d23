namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;

/// <summary>The sessions of a key, by start; no two of them touch. Most keys have one, which lies in the set itself.</summary>
/// <typeparam name="TAccumulator">What is kept for a session.</typeparam>
internal struct SessionSet<TAccumulator>
{
    /// <summary>The earliest session, if there is any.</summary>
    public Session<TAccumulator> First;

    /// <summary>How many sessions there are.</summary>
    public int Count;

    /// <summary>The earliest time for which the key has a timer, less than when anything is due; 0 is no time where <see cref="Count"/> is
    /// 0.</summary>
    public long TimerMs;

    private Session<TAccumulator>[]? _others;

    /// <summary>A session.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1, in the order of starts.</param>
    [UnscopedRef]
    public ref Session<TAccumulator> this[int index] => ref index == 0 ? ref First : ref _others![index - 1];

    /// <summary>Finds the sessions that a stretch of time touches.</summary>
    /// <param name="startMs">The stretch's start.</param>
    /// <param name="endMs">The stretch's end.</param>
    /// <param name="first">Receives the first of them; if there are none, the place where a session of this stretch belongs.</param>
    /// <returns>How many there are; they lie side by side.</returns>
    public int Touched(long startMs, long endMs, out int first)
    {
        first = 0;
        while (first < Count && this[first].EndMs < startMs)
            first++;
        var next = first;
        while (next < Count && this[next].StartMs <= endMs)
            next++;
        return next - first;
    }

    /// <summary>Makes room for a session; its content is that of another one and must be set.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="pool">Where room for more than one comes from.</param>
    [UnscopedRef]
    public ref Session<TAccumulator> Insert(int index, SessionPool<TAccumulator> pool)
    {
        if (Count > 0 && (_others is null || _others.Length < Count))
            _others = pool.Larger(_others);
        for (var i = Count; i > index; i--)
            this[i] = this[i - 1];
        Count++;
        return ref this[index];
    }

    /// <summary>Takes sessions out.</summary>
    /// <param name="index">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="pool">Where room that is not needed any more goes.</param>
    public void Remove(int index, int count, SessionPool<TAccumulator> pool)
    {
        for (var i = index; i < Count - count; i++)
            this[i] = this[i + count];
        for (var i = Count - count; i < Count; i++)
            this[i] = default;
        Count -= count;
        if (Count > 1 || _others is null)
            return;

        pool.Return(_others);
        _others = null;
    }
}
