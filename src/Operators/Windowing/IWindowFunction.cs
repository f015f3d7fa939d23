namespace Akka.Flink.Functions;

using Akka.Flink.Windowing;

/// <summary>Turns what is in a window into none, one or many records, each time that the window fires.</summary>
/// <typeparam name="TIn">The type of records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <remarks>
/// <para>A <see cref="ProcessWindowFunction{TIn, TOut, TKey, TWindow}"/> is told more: the time, state, side outputs, and when a window is
/// cleaned up.</para>
/// <para><b>Flink.</b> <c>WindowFunction</c>.</para>
/// </remarks>
public interface IWindowFunction<in TIn, out TOut, in TKey, in TWindow> : IFunction
    where TWindow : notnull, IWindow
{
    /// <summary>Called when a window fires.</summary>
    /// <param name="key">The window's key.</param>
    /// <param name="window">The window.</param>
    /// <param name="elements">What is in the window; valid during the call.</param>
    /// <param name="output">Takes what is emitted, with the window's last millisecond as timestamp.</param>
    void Apply(TKey key, TWindow window, IEnumerable<TIn> elements, ICollector<TOut> output);
}
