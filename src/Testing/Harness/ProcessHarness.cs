namespace Akka.Flink.Testing;

using Akka.Flink.Functions;

/// <summary>Drives a keyed process function.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
/// <remarks>A harness around <c>stream.KeyBy(key).Process(function)</c>; see <see cref="OneInputHarness{TIn, TOut}"/>.</remarks>
public sealed class ProcessHarness<TKey, TIn, TOut> : OneInputHarness<TIn, TOut>
{
    /// <summary>A harness around a function, of which each start and restore gets a copy of its own.</summary>
    /// <param name="function">The function, not opened.</param>
    /// <param name="key">Gives a record's key.</param>
    /// <param name="options">How it is run; null for the defaults.</param>
    public ProcessHarness(KeyedProcessFunction<TKey, TIn, TOut> function, Func<TIn, TKey> key, HarnessOptions? options = null)
        : base(stream => stream.KeyBy(key).Process(function), options)
    {
    }
}
