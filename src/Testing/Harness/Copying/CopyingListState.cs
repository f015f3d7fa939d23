namespace Akka.Flink.Testing;

using System.Collections;
using Akka.Flink.State;

/// <summary>A list state that hands out and takes copies.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="inner">The state.</param>
/// <param name="copier">Copies.</param>
internal sealed class CopyingListState<T>(IListState<T> inner, ITypeSerializer<T> copier) : IListState<T>
{
    public void Add(T value) => inner.Add(copier.Copy(value));

    public void AddAll(IEnumerable<T> values) => inner.AddAll(values.Select(copier.Copy));

    public void Update(IEnumerable<T> values) => inner.Update(values.Select(copier.Copy));

    public void Clear() => inner.Clear();

    public IEnumerator<T> GetEnumerator() => inner.Select(copier.Copy).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
