namespace Akka.Flink.State.Serialization.Values;

/// <summary>How a type of collections is taken apart and made.</summary>
/// <typeparam name="TCollection">The collections' type.</typeparam>
/// <typeparam name="TElement">The elements' type.</typeparam>
/// <param name="Kind">The kind of its schema.</param>
/// <param name="IsImmutable">Whether a collection never changes.</param>
/// <param name="Build">Makes a collection of the elements, in the order in which the collection gave them.</param>
/// <param name="Comparer">The comparer of a collection that has one, and null for one that compares as is usual.</param>
internal sealed record CollectionForm<TCollection, TElement>(
    string Kind, bool IsImmutable, Func<TElement[], TCollection> Build, Func<TCollection, object?>? Comparer = null);
