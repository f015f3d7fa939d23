namespace Akka.Flink.State.Serialization.Values;

using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using Akka.Flink.State.Serialization.Schemas;

/// <summary>The types of lists and sets that are known.</summary>
internal static class CollectionForms
{
    private static readonly Dictionary<Type, string> Methods = new()
    {
        [typeof(IList<>)] = nameof(List), [typeof(ICollection<>)] = nameof(List), [typeof(IEnumerable<>)] = nameof(List),
        [typeof(IReadOnlyList<>)] = nameof(List), [typeof(IReadOnlyCollection<>)] = nameof(List),
        [typeof(Queue<>)] = nameof(Queue), [typeof(Stack<>)] = nameof(Stack), [typeof(LinkedList<>)] = nameof(LinkedList),
        [typeof(ImmutableArray<>)] = nameof(ImmutableArray), [typeof(ImmutableList<>)] = nameof(ImmutableList),
        [typeof(IImmutableList<>)] = nameof(ImmutableList),
        [typeof(HashSet<>)] = nameof(HashSet), [typeof(ISet<>)] = nameof(HashSet), [typeof(IReadOnlySet<>)] = nameof(HashSet),
        [typeof(SortedSet<>)] = nameof(SortedSet), [typeof(FrozenSet<>)] = nameof(FrozenSet),
        [typeof(ImmutableHashSet<>)] = nameof(ImmutableHashSet), [typeof(IImmutableSet<>)] = nameof(ImmutableHashSet),
        [typeof(ImmutableSortedSet<>)] = nameof(ImmutableSortedSet),
    };

    /// <summary>The form of a type; null when it is no known list or set.</summary>
    public static object? Of(Type type)
    {
        if (!type.IsGenericType || !Methods.TryGetValue(type.GetGenericTypeDefinition(), out var name))
            return null;

        var method = typeof(CollectionForms).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return method.MakeGenericMethod(type, type.GetGenericArguments()[0]).Invoke(null, null);
    }

    private static CollectionForm<TCollection, T> List<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.List, isImmutable: false, elements => new List<T>(elements));

    private static CollectionForm<TCollection, T> Queue<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.List, isImmutable: false, elements => new Queue<T>(elements));

    private static CollectionForm<TCollection, T> LinkedList<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.List, isImmutable: false, elements => new LinkedList<T>(elements));

    private static CollectionForm<TCollection, T> Stack<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.List, isImmutable: false, elements =>
    {
        Array.Reverse(elements);   // a stack gives its last element first
        return new Stack<T>(elements);
    });

    private static CollectionForm<TCollection, T> ImmutableArray<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.List, isImmutable: true,
            elements => ImmutableCollectionsMarshal.AsImmutableArray(elements));

    private static CollectionForm<TCollection, T> ImmutableList<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.List, isImmutable: true, elements => System.Collections.Immutable.ImmutableList.Create(elements));

    private static CollectionForm<TCollection, T> HashSet<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.Set, isImmutable: false, elements => new HashSet<T>(elements),
            set => Unusual((set as HashSet<T>)?.Comparer));

    private static CollectionForm<TCollection, T> SortedSet<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.Set, isImmutable: false, elements => new SortedSet<T>(elements),
            set => Unusual((set as SortedSet<T>)?.Comparer));

    private static CollectionForm<TCollection, T> FrozenSet<TCollection, T>() =>
        New<TCollection, T>(SchemaKinds.Set, isImmutable: true, elements => elements.ToFrozenSet(),
            set => Unusual((set as FrozenSet<T>)?.Comparer));

    private static CollectionForm<TCollection, T> ImmutableHashSet<TCollection, T>() =>
        New<TCollection, T>(
            SchemaKinds.Set, isImmutable: true, elements => elements.ToImmutableHashSet(),
            set => Unusual((set as ImmutableHashSet<T>)?.KeyComparer));

    private static CollectionForm<TCollection, T> ImmutableSortedSet<TCollection, T>() =>
        New<TCollection, T>(
            SchemaKinds.Set, isImmutable: true, elements => elements.ToImmutableSortedSet(),
            set => Unusual((set as ImmutableSortedSet<T>)?.KeyComparer));

    private static CollectionForm<TCollection, T> New<TCollection, T>(
        string kind, bool isImmutable, Func<T[], object> build, Func<object, object?>? comparer = null) =>
        new(kind, isImmutable, elements => (TCollection)build(elements), comparer is null ? null : collection => comparer(collection!));

    private static object? Unusual<T>(IEqualityComparer<T>? comparer) => Comparers.Unusual(comparer);

    private static object? Unusual<T>(IComparer<T>? comparer) => Comparers.Unusual(comparer);
}
