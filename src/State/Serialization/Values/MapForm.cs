namespace Akka.Flink.State.Serialization.Values;

/// <summary>How a type of maps is taken apart and made.</summary>
/// <typeparam name="TMap">The maps' type.</typeparam>
/// <typeparam name="TKey">The keys' type.</typeparam>
/// <typeparam name="TValue">The values' type.</typeparam>
/// <param name="IsImmutable">Whether a map never changes.</param>
/// <param name="Build">Makes a map of entries.</param>
/// <param name="Comparer">The comparer of a map, and null for one that compares as is usual.</param>
internal sealed record MapForm<TMap, TKey,
    TValue>(bool IsImmutable, Func<Dictionary<TKey, TValue>, TMap> Build, Func<TMap, object?> Comparer)
    where TKey : notnull;
