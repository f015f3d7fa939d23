namespace Akka.Flink.State;

/// <summary>The key groups that one subtask owns: <paramref name="First"/> to <paramref name="Last"/>, both inclusive.</summary>
/// <param name="First">The lowest key group, from 0.</param>
/// <param name="Last">The highest key group; <c>First - 1</c> when the range is empty.</param>
/// <remarks>
/// The unit in which keyed state moves: a checkpoint is written by key group, so it can be restored under any parallelism.
/// Flink: <c>KeyGroupRange</c> and <c>KeyGroupRangeAssignment</c>; the same numbers come out.
/// </remarks>
public readonly record struct KeyGroupRange(int First, int Last)
{
    /// <summary>The most key groups a job may have, 32768 as in Flink; it keeps the products below within an <see cref="int"/>.</summary>
    public const int MaxKeyGroups = 1 << 15;

    /// <summary>How many key groups there are; 0 for an empty range.</summary>
    public int Count => Last - First + 1;

    /// <summary>Whether <paramref name="keyGroup"/> lies in this range.</summary>
    /// <param name="keyGroup">The key group.</param>
    /// <returns>True when this range's subtask owns it.</returns>
    public bool Contains(int keyGroup) => keyGroup >= First && keyGroup <= Last;

    /// <summary>Whether all of <paramref name="other"/> lies in this range.</summary>
    /// <param name="other">Another range, not empty.</param>
    /// <returns>True when everything written under it belongs to this range's subtask.</returns>
    internal bool Contains(KeyGroupRange other) => other.First >= First && other.Last <= Last;

    /// <summary>Whether this range and <paramref name="other"/> have a key group in common.</summary>
    /// <param name="other">Another range.</param>
    /// <returns>False when nothing written under one can belong to the other.</returns>
    public bool Intersects(KeyGroupRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The range of one subtask. Over all subtasks the ranges cover every key group once, in order, and differ in size by at most
    /// one.</summary>
    /// <param name="subtask">The subtask's index: 0 to <c>parallelism - 1</c>.</param>
    /// <param name="parallelism">How many subtasks there are: 1 to <paramref name="keyGroups"/>.</param>
    /// <param name="keyGroups">The job's maximum parallelism: 1 to <see cref="MaxKeyGroups"/>. Fixed for the life of its state.</param>
    /// <returns>The key groups of the subtask.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside the bounds above.</exception>
    public static KeyGroupRange Of(int subtask, int parallelism, int keyGroups)
    {
        ThrowIfNotBetween(keyGroups, 1, MaxKeyGroups, nameof(keyGroups));
        ThrowIfNotBetween(parallelism, 1, keyGroups, nameof(parallelism));
        ThrowIfNotBetween(subtask, 0, parallelism - 1, nameof(subtask));

        var first = ((subtask * keyGroups) + parallelism - 1) / parallelism;   // rounded up
        var last = (((subtask + 1) * keyGroups) - 1) / parallelism;            // rounded down
        return new KeyGroupRange(first, last);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{First}-{Last}";

    private static void ThrowIfNotBetween(int value, int low, int high, string name)
    {
        if (value < low || value > high)
            throw StateErrors.OutsideKeyGroups(name, value, low, high);
    }
}
