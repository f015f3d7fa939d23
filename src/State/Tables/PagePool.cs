namespace Akka.Flink.State.Tables;

using System.Runtime.CompilerServices;

/// <summary>Arrays that tables of one kind grow into and give back, so that growing leaves little to collect.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <remarks>
/// Owned by a table or by a family of tables on one thread. Arrays without references lie where the collector never moves them: copying
/// large tables from generation to generation costs more than filling them.
/// </remarks>
/// <param name="maxKept">How many arrays of one length it keeps: few for a table that only grows, many where tables come and go.</param>
internal sealed class PagePool<T>(int maxKept = 16)
{
    private readonly Dictionary<int, Stack<T[]>> _kept = [];

    /// <summary>Whether the collector never moves the arrays.</summary>
    public static bool IsPinned => !RuntimeHelpers.IsReferenceOrContainsReferences<T>();

    /// <summary>An array of zeroes.</summary>
    /// <param name="length">Its length.</param>
    public T[] Rent(int length)
    {
        if (!_kept.TryGetValue(length, out var stack) || stack.Count == 0)
            return Allocate(length);

        var array = stack.Pop();
        if (!RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(array);
        return array;
    }

    /// <summary>Takes an array back, which nobody may use any more.</summary>
    /// <param name="array">What <see cref="Rent"/> gave.</param>
    public void Return(T[] array)
    {
        if (!_kept.TryGetValue(array.Length, out var stack))
            _kept.Add(array.Length, stack = new Stack<T[]>());
        if (stack.Count >= maxKept)
            return;

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(array);
        stack.Push(array);
    }

    /// <summary>A new array of zeroes.</summary>
    /// <param name="length">Its length.</param>
    public static T[] Allocate(int length) => IsPinned ? GC.AllocateArray<T>(length, pinned: true) : new T[length];
}
