namespace Akka.Flink.Testing;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;

/// <summary>A value state that hands out and takes copies.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="inner">The state.</param>
/// <param name="copier">Copies.</param>
internal sealed class CopyingValueState<T>(IValueState<T> inner, ITypeSerializer<T> copier) : IValueState<T>, IRefValueState<T>
{
    public T? Value => TryGet(out var value) ? value : default;

    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        if (!inner.TryGet(out value))
            return false;

        value = copier.Copy(value);
        return true;
    }

    public void Update(T? value) => inner.Update(value is null ? value : copier.Copy(value));

    public void Clear() => inner.Clear();

    public ref T GetOrAddRef() => ref ((IRefValueState<T>)inner).GetOrAddRef();   // what is changed through the reference is the state
}
