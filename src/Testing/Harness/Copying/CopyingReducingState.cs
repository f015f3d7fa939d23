namespace Akka.Flink.Testing;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;

/// <summary>A reducing state that hands out and takes copies.</summary>
/// <typeparam name="T">The elements' type.</typeparam>
/// <param name="inner">The state.</param>
/// <param name="copier">Copies.</param>
internal sealed class CopyingReducingState<T>(IReducingState<T> inner, ITypeSerializer<T> copier) : IReducingState<T>
{
    public T? Value => TryGet(out var value) ? value : default;

    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        if (!inner.TryGet(out value))
            return false;

        value = copier.Copy(value);
        return true;
    }

    public void Add(T value) => inner.Add(copier.Copy(value));

    public void Clear() => inner.Clear();
}
