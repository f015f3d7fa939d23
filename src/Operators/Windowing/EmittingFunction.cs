namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Emits one record for a window.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="emitter">Makes the record.</param>
internal sealed class EmittingFunction<TKey, TWindow, TResult, TOut>(WindowEmitter<TKey, TWindow, TResult, TOut> emitter)
    : WindowFunction<TKey, TWindow, TResult, TOut>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override void Fire(TKey key, TWindow window, TResult contents, Output<TOut> output) =>
        emitter.Emit(key, window, contents, output);
}
