namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Emits a record for each result of a window.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <param name="emitter">Makes the records.</param>
internal sealed class EmittingEach<TKey, TWindow, TResult, TOut>(WindowEmitter<TKey, TWindow, TResult, TOut> emitter)
    : WindowFunction<TKey, TWindow, IEnumerable<TResult>, TOut>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override void Fire(TKey key, TWindow window, IEnumerable<TResult> contents, Output<TOut> output)
    {
        foreach (var result in contents)
            emitter.Emit(key, window, result, output);
    }
}
