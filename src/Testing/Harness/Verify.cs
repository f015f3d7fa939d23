namespace Akka.Flink.Testing;

using Akka.Flink.Functions;

/// <summary>Checks that a function or pipeline turns a script into an expected output, in every <see cref="HarnessMode"/>.</summary>
/// <remarks>
/// <para>Takes factories, because modes that restore need new instances. A script is written with <see cref="Script"/>:</para>
/// <para><c>Verify.Process(() => new CountWithTimeoutFunction(), key: e => e.Key).Input(Record(("a", 1), at: 0),
/// Watermark(60_000)).ExpectOutput(...)</c></para>
/// </remarks>
public static class Verify
{
    /// <summary>Checks a keyed process function.</summary>
    /// <typeparam name="TKey">The key's type.</typeparam>
    /// <typeparam name="TIn">The type of what comes in.</typeparam>
    /// <typeparam name="TOut">The type of what goes out.</typeparam>
    /// <param name="function">Makes the function.</param>
    /// <param name="key">Gives a record's key.</param>
    /// <returns>What takes the script.</returns>
    public static OneInputVerification<TIn, TOut> Process<TKey, TIn, TOut>(
        Func<KeyedProcessFunction<TKey, TIn, TOut>> function, Func<TIn, TKey> key) =>
        Pipeline<TIn, TOut>(stream => stream.KeyBy(key).Process(function()));

    /// <summary>Checks a process function of a stream that is not keyed.</summary>
    /// <typeparam name="TIn">The type of what comes in.</typeparam>
    /// <typeparam name="TOut">The type of what goes out.</typeparam>
    /// <param name="function">Makes the function.</param>
    /// <returns>What takes the script.</returns>
    public static OneInputVerification<TIn, TOut> Process<TIn, TOut>(Func<ProcessFunction<TIn, TOut>> function) =>
        Pipeline<TIn, TOut>(stream => stream.Process(function()));

    /// <summary>Checks a function of two keyed streams.</summary>
    /// <typeparam name="TKey">The key's type.</typeparam>
    /// <typeparam name="TFirst">The type of the first input.</typeparam>
    /// <typeparam name="TSecond">The type of the second input.</typeparam>
    /// <typeparam name="TOut">The type of what goes out.</typeparam>
    /// <param name="function">Makes the function.</param>
    /// <param name="firstKey">Gives the key of a record of the first input.</param>
    /// <param name="secondKey">Gives the key of a record of the second input.</param>
    /// <returns>What takes the script.</returns>
    public static TwoInputVerification<TFirst, TSecond, TOut> CoProcess<TKey, TFirst, TSecond, TOut>(
        Func<KeyedCoProcessFunction<TKey, TFirst, TSecond, TOut>> function, Func<TFirst, TKey> firstKey, Func<TSecond, TKey> secondKey) =>
        Pipeline<TFirst, TSecond, TOut>((first, second) => first.Connect(second).KeyBy(firstKey, secondKey).Process(function()));

    /// <summary>Checks any pipeline with one input.</summary>
    /// <typeparam name="TIn">The type of what comes in.</typeparam>
    /// <typeparam name="TOut">The type of what goes out.</typeparam>
    /// <param name="build">Builds it; called for each start and restore, so functions must be made inside.</param>
    /// <returns>What takes the script.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public static OneInputVerification<TIn, TOut> Pipeline<TIn, TOut>(Func<DataStream<TIn>, DataStream<TOut>> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        return new OneInputVerification<TIn, TOut>(program => build(program.Input<TIn>()));
    }

    /// <summary>Checks any pipeline with two inputs.</summary>
    /// <typeparam name="TFirst">The type of the first input.</typeparam>
    /// <typeparam name="TSecond">The type of the second input.</typeparam>
    /// <typeparam name="TOut">The type of what goes out.</typeparam>
    /// <param name="build">Builds it; called for each start and restore, so functions must be made inside.</param>
    /// <returns>What takes the script.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="build"/> is null.</exception>
    public static TwoInputVerification<TFirst, TSecond, TOut> Pipeline<TFirst, TSecond, TOut>(
        Func<DataStream<TFirst>, DataStream<TSecond>, DataStream<TOut>> build)
    {
        ArgumentNullException.ThrowIfNull(build);
        return new TwoInputVerification<TFirst, TSecond, TOut>(program => build(program.Input<TFirst>(), program.Input<TSecond>()));
    }
}
