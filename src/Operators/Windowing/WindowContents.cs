namespace Akka.Flink.Operators;

using System.Diagnostics.CodeAnalysis;
using Akka.Flink.State;
using Akka.Flink.State.Keyed;

/// <summary>What is kept of the records of a window, in state of the current key and window.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <typeparam name="TContents">What the window's function is given.</typeparam>
internal abstract class WindowContents<T, TContents>
{
    /// <summary>Declares the state.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="backend">Whose state it is.</param>
    /// <param name="windows">The windows.</param>
    public abstract void Declare<TWindow>(KeyedStateBackend backend, StateNamespace<TWindow> windows);

    /// <summary>Adds a record.</summary>
    /// <param name="value">The record.</param>
    /// <param name="timestampMs">Its timestamp.</param>
    public abstract void Add(T value, long timestampMs);

    /// <summary>Reads what is there.</summary>
    /// <returns>Whether there is anything.</returns>
    public abstract bool TryGet([MaybeNullWhen(false)] out TContents contents);

    /// <summary>Drops what is there.</summary>
    public abstract void Clear();

    /// <summary>Takes what is there out, to be merged into that of another window.</summary>
    public abstract void TakeOut();

    /// <summary>Merges what was taken out into what is there.</summary>
    public abstract void MergeIn();
}
