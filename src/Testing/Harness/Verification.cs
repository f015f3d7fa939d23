namespace Akka.Flink.Testing;

using System.Collections.Immutable;

/// <summary>A pipeline with its script that waits for what is expected of it; <see cref="Verify"/> makes it.</summary>
/// <typeparam name="TOut">The type of what goes out.</typeparam>
public sealed class Verification<TOut>
{
    private readonly Func<TestProgram, DataStream<TOut>> _build;
    private readonly IReadOnlyList<ScriptStep> _steps;
    private ImmutableArray<HarnessMode> _modes = HarnessMode.All;

    internal Verification(Func<TestProgram, DataStream<TOut>> build, IReadOnlyList<ScriptStep> steps)
    {
        _build = build;
        _steps = steps;
    }

    /// <summary>Runs the script in certain modes only.</summary>
    /// <param name="modes">The modes. Default: <see cref="HarnessMode.All"/>.</param>
    /// <returns>This verification.</returns>
    public Verification<TOut> In(params HarnessMode[] modes)
    {
        _modes = [.. modes];
        return this;
    }

    /// <summary>Runs the script in all but certain modes.</summary>
    /// <param name="modes">The modes, for a pipeline of which one of them does not hold: one whose output depends on the subtask,
    /// say.</param>
    /// <returns>This verification.</returns>
    public Verification<TOut> Except(params HarnessMode[] modes)
    {
        _modes = [.. _modes.Except(modes)];
        return this;
    }

    /// <summary>Runs the script in all modes and compares what comes out.</summary>
    /// <param name="expected">All elements that are to come out, in order. Main output, watermarks and statuses are compared together, each
    /// side output by itself; side outputs that are not named here are not looked at.</param>
    /// <exception cref="VerificationException">What came out differs, or a step failed: the message says mode and step, what was expected,
    /// and what came out.</exception>
    public void ExpectOutput(params ExpectedElement<TOut>[] expected)
    {
        ArgumentNullException.ThrowIfNull(expected);

        foreach (var mode in _modes)
            new ScriptRun<TOut>(mode, _build, _steps, expected).Verify();
    }

    /// <summary>Runs the script and expects a step to fail.</summary>
    /// <typeparam name="TException">The type of the exception, or of the one that caused it.</typeparam>
    /// <returns>The exception of the first mode, for looking at its message.</returns>
    /// <exception cref="VerificationException">No step failed, or with another exception.</exception>
    public TException ExpectFailure<TException>()
        where TException : Exception =>
        _modes.Select(mode => new ScriptRun<TOut>(mode, _build, _steps, []).VerifyFailure<TException>()).ToArray()[0];
}
