namespace Akka.Flink.Testing;

/// <summary>Every way in which using a harness or a mini cluster wrongly fails, in one place.</summary>
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

    public static InvalidOperationException ClusterIsDisposed() => new(
        "The mini cluster was disposed. Start another one; over the same MiniClusterOptions.Directory it goes on with the jobs.");

    public static IOException CheckpointsFail(string segment) => new(
        $"Segment {segment} cannot be written, as MiniCluster.FailsCheckpoints says. Set it to false, and the next checkpoint completes.");

    public static InvalidOperationException TaskIsGone(string uid, int subtask, int attempt) => new(
        $"Subtask {subtask} of operator '{uid}' does not run in attempt {attempt}: it has ended, or the attempt has. " +
        "Hold its source back with a SourceValve, so that it is there to be killed.");

    public static ArgumentException NoSuchOperator(string uid, string nearest, string parameter) => new(
        $"The job has no operator with uid '{uid}'; the nearest is '{nearest}'. Give the operator its uid with Uid(\"...\").", parameter);

    public static InvalidOperationException EndedBefore(string job, string what, string? failure) => new(
        $"Job '{job}' ended before {what}{After(failure)}. Hold its sources back with a SourceValve if it has come to its end too early.");

    public static InvalidOperationException WaitedInVain(string job, string what, TimeSpan patience, string? failure) => new(
        $"Job '{job}' was waited for, {patience}, and there was no sign of {what}{After(failure)}. " +
        "Have the job do it, or set MiniClusterOptions.Patience to more.");

    public static VerificationException StepFailed(string where, Exception cause) => new($"{where} failed: {cause.Message}", cause);

    public static VerificationException StepFailedOtherwise(string where, Type expected, Exception cause) => new(
        $"{where} failed with {cause.GetType().Name}, not {expected.Name}: {cause.Message}", cause);

    public static VerificationException NoStepFailed(string mode, Type expected) => new(
        $"Mode '{mode}': no step failed; {expected.Name} was expected.");

    public static ArgumentOutOfRangeException NotAStep(string parameter, ElementKind kind) => new(
        parameter, kind, $"A script cannot hold {kind} as a step. Put in records, watermarks, statuses, times, snapshots and ends.");

    private static string After(string? failure) => failure is null ? "" : $"; the last failure was: {failure}";
}
