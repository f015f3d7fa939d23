namespace Akka.Flink.Operators;

using Akka.Flink.Windowing;

/// <summary>What is called when a window fires.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TWindow">The type of windows.</typeparam>
/// <typeparam name="TContents">What is kept of its records.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
internal abstract class WindowFunction<TKey, TWindow, TContents, TOut>
    where TWindow : notnull, IWindow
{
    /// <summary>Opens the function.</summary>
    /// <param name="place">Where it runs.</param>
    public virtual void Open(WindowPlace<TWindow> place)
    {
    }

    /// <summary>Closes the function.</summary>
    public virtual void Close()
    {
    }

    /// <summary>Fires a window.</summary>
    /// <param name="key">The key.</param>
    /// <param name="window">The window.</param>
    /// <param name="contents">What is kept of its records.</param>
    /// <param name="output">Takes what goes out, its timestamp set.</param>
    public abstract void Fire(TKey key, TWindow window, TContents contents, Output<TOut> output);

    /// <summary>Cleans up after a window.</summary>
    /// <param name="window">The window.</param>
    public virtual void Clear(TWindow window)
    {
    }
}
