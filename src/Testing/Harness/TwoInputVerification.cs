namespace Akka.Flink.Testing;

/// <summary>A pipeline with two inputs that waits for its script; <see cref="Verify"/> makes it.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
public sealed class TwoInputVerification<TFirst, TSecond, TOut>
{
    private readonly Func<TestProgram, DataStream<TOut>> _build;

    internal TwoInputVerification(Func<TestProgram, DataStream<TOut>> build) => _build = build;

    /// <summary>Takes the script.</summary>
    /// <param name="steps">The steps, each in <see cref="Script.First{T}"/> or <see cref="Script.Second{T}"/>, but for those of the clock
    /// and of snapshots.</param>
    /// <returns>What takes the expectation.</returns>
    public Verification<TOut> Input(params TwoInputStep<TFirst, TSecond>[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new Verification<TOut>(_build, Array.ConvertAll(steps, step => step.Step));
    }
}
