namespace Akka.Flink.State.Serialization.Values;

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

/// <summary>The types of maps that are known.</summary>
internal static class MapForms
{
    private static readonly Dictionary<Type, string> Methods = new()
    {
        [typeof(Dictionary<,>)] = nameof(Dictionary), [typeof(IDictionary<,>)] = nameof(Dictionary),
        [typeof(IReadOnlyDictionary<,>)] = nameof(Dictionary),
        [typeof(SortedDictionary<,>)] = nameof(SortedDictionary), [typeof(FrozenDictionary<,>)] = nameof(FrozenDictionary),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableDictionary), [typeof(IImmutableDictionary<,>)] = nameof(ImmutableDictionary),
        [typeof(ImmutableSortedDictionary<,>)] = nameof(ImmutableSortedDictionary),
    };

    /// <summary>The form of a type; null when it is no known map.</summary>
    public static object? Of(Type type)
    {
        if (!type.IsGenericType || !Methods.TryGetValue(type.GetGenericTypeDefinition(), out var name))
            return null;

        var method = typeof(MapForms).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return method.MakeGenericMethod([type, .. type.GetGenericArguments()]).Invoke(null, null);
    }

    private static MapForm<TMap, TKey, TValue> Dictionary<TMap, TKey, TValue>()
        where TKey : notnull =>
        New<TMap, TKey, TValue>(false, entries => entries, map => Comparers.Unusual((map as Dictionary<TKey, TValue>)?.Comparer));

    private static MapForm<TMap, TKey, TValue> SortedDictionary<TMap, TKey, TValue>()
        where TKey : notnull =>
        New<TMap, TKey, TValue>(
            false, entries => new SortedDictionary<TKey, TValue>(entries),
            map => Comparers.Unusual((map as SortedDictionary<TKey, TValue>)?.Comparer));

    private static MapForm<TMap, TKey, TValue> FrozenDictionary<TMap, TKey, TValue>()
        where TKey : notnull =>
        New<TMap, TKey, TValue>(true, entries => entries.ToFrozenDictionary(),
            map => Comparers.Unusual((map as FrozenDictionary<TKey, TValue>)?.Comparer));

    private static MapForm<TMap, TKey, TValue> ImmutableDictionary<TMap, TKey, TValue>()
        where TKey : notnull =>
        New<TMap, TKey, TValue>(
            true, entries => entries.ToImmutableDictionary(),
            map => Comparers.Unusual((map as ImmutableDictionary<TKey, TValue>)?.KeyComparer));

    private static MapForm<TMap, TKey, TValue> ImmutableSortedDictionary<TMap, TKey, TValue>()
        where TKey : notnull =>
        New<TMap, TKey, TValue>(
            true, entries => entries.ToImmutableSortedDictionary(),
            map => Comparers.Unusual((map as ImmutableSortedDictionary<TKey, TValue>)?.KeyComparer));

    private static MapForm<TMap, TKey, TValue> New<TMap, TKey, TValue>(
        bool isImmutable, Func<Dictionary<TKey, TValue>, object> build, Func<object, object?> comparer)
        where TKey : notnull =>
        new(isImmutable, entries => (TMap)build(entries), map => comparer(map!));
}
