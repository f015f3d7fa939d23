namespace Akka.Flink.Functions;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>A function that is opened before its first element, closed after its last, and knows where it runs.</summary>
/// <remarks>
/// <para><b>State.</b> It asks for state in <see cref="Open"/>; keyed state can be read and written only while an element or timer is
/// processed.</para>
/// <para><b>Threads.</b> One thread at a time calls an instance; each subtask has an instance of its own.</para>
/// <para><b>Flink.</b> <c>RichFunction</c>, <c>AbstractRichFunction</c>.</para>
/// </remarks>
public abstract class RichFunction : IFunction
{
    private IRuntimeContext? _runtimeContext;

    /// <summary>Where this instance runs, and its state.</summary>
    /// <exception cref="InvalidOperationException">The function was not opened yet, as in its constructor.</exception>
    public IRuntimeContext RuntimeContext
    {
        get => _runtimeContext ?? throw OperatorErrors.NoRuntimeContext(GetType());
        internal set => _runtimeContext = value;
    }

    /// <summary>Where its operator runs; null until the function is opened.</summary>
    internal OperatorContext? Place { get; set; }

    /// <summary>Its keyed state; null when the stream is not keyed.</summary>
    internal KeyedStateBackend? KeyedState { get; set; }

    /// <summary>Called once before the first element: the place to ask for state.</summary>
    /// <param name="context">What there is to know.</param>
    public virtual void Open(OpenContext context)
    {
    }

    /// <summary>Called once after the last element, or when the task fails or is cancelled.</summary>
    public virtual void Close()
    {
    }
}
