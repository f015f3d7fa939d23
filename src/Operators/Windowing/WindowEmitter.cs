namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Turns the result of a window into the record that goes out.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class WindowEmitter<TKey, TWindow, TResult, TOut>
    where TWindow : notnull, IWindow
{
    /// <summary>Emits the record of a window.</summary>
    /// <param name="key">The key.</param>
    /// <param name="window">The window.</param>
    /// <param name="result">Its result.</param>
    /// <param name="output">Takes the record, with the window's last millisecond as timestamp.</param>
    public abstract void Emit(TKey key, TWindow window, TResult result, Output<TOut> output);
}
