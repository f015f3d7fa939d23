namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>Emits results as they are.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TResult">The type of results.</typeparam>
internal sealed class PlainEmitter<TKey, TWindow, TResult> : WindowEmitter<TKey, TWindow, TResult, TResult>
    where TWindow : notnull, IWindow
{
    /// <inheritdoc/>
    public override void Emit(TKey key, TWindow window, TResult result, Output<TResult> output) =>
        output.Collect(result, window.MaxTimestamp);
}
