namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Emits what a function of the user makes of key, window and result.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="select">The user's function.</param>
internal sealed class SelectingEmitter<TKey, TWindow, TResult, TOut>(Func<TKey, TWindow, TResult, TOut> select)
    : WindowEmitter<TKey, TWindow, TResult, TOut>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override void Emit(TKey key, TWindow window, TResult result, Output<TOut> output) =>
        output.Collect(select(key, window, result), window.MaxTimestamp);
}
