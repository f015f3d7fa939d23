namespace Akka.Flink.Testing;

/// <summary>A pipeline with one input that waits for its script; <see cref="Verify"/> makes it.</summary>
/// <typeparam name="TIn">The type of what comes in.</typeparam>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
public sealed class OneInputVerification<TIn, TOut>
{
    private readonly Func<TestProgram, DataStream<TOut>> _build;

    internal OneInputVerification(Func<TestProgram, DataStream<TOut>> build) => _build = build;

    /// <summary>Takes the script.</summary>
    /// <param name="steps">The steps.</param>
    /// <returns>What takes the expectation.</returns>
    public Verification<TOut> Input(params Element<TIn>[] steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new Verification<TOut>(_build, Array.ConvertAll(steps, ScriptStep.Of));
    }
}
