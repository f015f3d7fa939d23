namespace Akka.Flink.State.Serialization.Values;

/// <summary>Tells the comparers that a collection has unless the program gives it another one.</summary>
/// <remarks>A comparer is code and cannot be written: a collection read back would compare in another way than the one that was
/// written.</remarks>
internal static class Comparers
{
    /// <summary>The comparer, if it is not the usual one.</summary>
    public static object? Unusual<T>(IEqualityComparer<T>? comparer) =>
        comparer is null || comparer.Equals(EqualityComparer<T>.Default) || ReferenceEquals(comparer, StringComparer.Ordinal)
            ? null
            : comparer;

    /// <summary>The comparer, if it is not the usual one.</summary>
    public static object? Unusual<T>(IComparer<T>? comparer) => comparer is null || comparer.Equals(Comparer<T>.Default) ? null : comparer;
}
