namespace Akka.Flink.Testing;

/// <summary>Every way in which using a harness wrongly fails, in one place.</summary>
internal static class TestingErrors
{
    public static InvalidOperationException NeverDone(string name, string uid, int attempts) => new(
        $"Operator '{name}' ({uid}) was not done after it was resumed {attempts} times although the output takes records. " +
        "Resume must answer true once nothing is left to go on with.");

    public static InvalidOperationException DrivenByHarness(string job) => new(
        $"Job '{job}' is driven by a harness and cannot be executed. " +
        "Take ExecuteAsync out of the code that builds the pipeline, and call the harness's methods.");

    public static ArgumentOutOfRangeException NoSuchInput(int input, int count) => new(
        nameof(input), input, $"The pipeline has {count} inputs, numbered from 0: one for each call of TestProgram.Input.");

    public static ArgumentException WrongInputType(int input, Type expected, Type given) => new(
        $"Input {input} takes records of type {expected}, and got one of type {given}. Say the type of the call that puts it in.");

    public static InvalidOperationException NoSideOutputs(string tag) => new(
        $"Side output '{tag}' cannot be read: the pipeline does not end with an operator. " +
        "Have it recorded where it comes from, by TestProgram.RecordBeside.");

    public static InvalidOperationException IsHeld() => new(
        "What was put in last still waits: an operator with asynchronous calls has no room. End calls and call Settle, or set the clock " +
        "to where they time out.");

    public static InvalidOperationException IsDisposed() => new(
        "The harness was disposed, or a step of it failed: its operators are closed. Make a new one.");

    public static VerificationException StepFailed(string where, Exception cause) => new($"{where} failed: {cause.Message}", cause);

    public static VerificationException StepFailedOtherwise(string where, Type expected, Exception cause) => new(
        $"{where} failed with {cause.GetType().Name}, not {expected.Name}: {cause.Message}", cause);

    public static VerificationException NoStepFailed(string mode, Type expected) => new(
        $"Mode '{mode}': no step failed; {expected.Name} was expected.");

    public static ArgumentOutOfRangeException NotAStep(string parameter, ElementKind kind) => new(
        parameter, kind, $"A script cannot hold {kind} as a step. Put in records, watermarks, statuses, times, snapshots and ends.");
}
