namespace Akka.Flink;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>Every way in which building or running operators fails, in one place.</summary>
/// <remarks>First what happened, with the values at hand; then what to do. Names in quotes, configuration keys in full.</remarks>
internal static class OperatorErrors
{
    public static JobException NoRuntimeContext(Type function) => new(ErrorDomain.Function,
        $"'{function.Name}' used its RuntimeContext before it was opened. " +
        "Ask for state and names in Open, not in the constructor or a field initializer.");

    public static JobException NotKeyed(string state, OperatorContext context) => new(ErrorDomain.Definition,
        $"State '{state}' was asked for in operator '{context.Name}' ({context.Uid}), whose stream is not keyed. " +
        "Call KeyBy before the function.");

    public static JobException NoTimers(string name, string uid) => new(ErrorDomain.Function,
        $"A timer was registered or deleted in operator '{name}' ({uid}), whose stream is not keyed. " +
        "Timers belong to a key: call KeyBy before Process.");

    public static JobException TimerWithoutKey(string name, string uid, long timestampMs) => new(ErrorDomain.Function,
        $"A timer for {timestampMs} was registered or deleted in operator '{name}' ({uid}) while there was no current key. " +
        "Use the timer service only while a record or a timer is processed, not in Open.");

    public static JobException OpenFailed(OperatorContext context, Exception cause) => new(ErrorDomain.Function,
        $"Opening the function of operator '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, " +
        $"failed: {cause.Message} The cause is inside.", cause);

    public static JobException SnapshotFailed(OperatorContext context, long checkpointId, Exception cause) => new(ErrorDomain.Function,
        $"SnapshotState of operator '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, failed " +
        $"for checkpoint {checkpointId}: {cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static TimeoutException AsyncTimedOut() => new(
        "An asynchronous call did not end within its time-out. Raise the time-out, lower the capacity, or override Timeout to emit " +
        "something else.");

    public static InvalidOperationException NoTask(Type function) => new(
        $"InvokeAsync of '{function}' gave null instead of a task. Make it async, or give Task.FromResult.");

    public static JobException FunctionFailed(OperatorContext context, string? key, long timestampMs, Exception cause) =>
        new(ErrorDomain.Function,
        $"The function of operator '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, failed on " +
        $"{(timestampMs == long.MinValue ? "a record without timestamp" : $"timestamp {timestampMs}")}" +
        $"{(key is null ? "" : $", key '{key}'")}: " +
        $"{cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException KeySelectorFailed(string name, string uid, long timestampMs, Exception cause) => new(ErrorDomain.Function,
        $"The key selector in front of operator '{name}' ({uid}) failed on " +
        $"{(timestampMs == long.MinValue ? "a record without timestamp" : $"timestamp {timestampMs}")}: " +
        $"{cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException NotBroadcast(string state, OperatorContext context, IEnumerable<StateDescriptor> declared) => new(
        ErrorDomain.Definition,
        $"Broadcast state '{state}' was asked for in operator '{context.Name}' ({context.Uid}), whose stream was broadcast with " +
        $"{string.Join(", ", declared.Select(each => $"'{each.Name}'"))}. Give its descriptor to Broadcast, with the same types.");

    public static JobException DuplicateBroadcastState(string state) => new(ErrorDomain.Definition,
        $"Broadcast was given two descriptors of the name '{state}'. Restored state is found by name: give each state its own.");

    public static JobException PartitionerFailed(string name, string uid, long timestampMs, Exception cause) => new(ErrorDomain.Function,
        $"The partitioner in front of operator '{name}' ({uid}) failed on " +
        $"{(timestampMs == long.MinValue ? "a record without timestamp" : $"timestamp {timestampMs}")}: " +
        $"{cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException PartitionOutOfRange(string name, string uid, int chosen, int parallelism) => new(ErrorDomain.Function,
        $"The partitioner in front of operator '{name}' ({uid}) chose subtask {chosen} of {parallelism}. " +
        $"Give a number from 0 to {parallelism - 1}: negative hashes want a remainder that is not negative.");

    public static ArgumentException NoSlotSharingGroup(string parameter) => new(
        "A slot sharing group needs a name that is not empty. Give it one, or 'default' for that of all others.", parameter);

    public static JobException BytesLeft(Type type, int left, int written) => new(ErrorDomain.Definition,
        $"The serializer of '{type}' wrote {written} bytes and left {left} of them when it read them back. " +
        "Make its Read take what its Write gives.");

    public static JobException ForwardNeedsEqualParallelism(string source, int sourceParallelism, string target, int targetParallelism) =>
        new(ErrorDomain.Definition,
        $"The stream from '{source}' (parallelism {sourceParallelism}) to '{target}' (parallelism {targetParallelism}) cannot be " +
        "forwarded. Give both the same parallelism, or use Rebalance.");

    public static JobException DuplicateUid(string uid, string first, string second) => new(ErrorDomain.Definition,
        $"The uid '{uid}' is given to '{first}' and to '{second}'. Restored state is found by it: give each operator its own with Uid.");

    public static JobException ParallelismAboveMax(string name, string uid, int parallelism, int maxParallelism) =>
        new(ErrorDomain.Definition,
        $"Operator '{name}' ({uid}) has parallelism {parallelism}, more than its maximum {maxParallelism}. " +
        "Lower it, or raise the maximum with SetMaxParallelism before there is state.");

    public static JobException TagTypesDiffer(string id, string name, Type first, Type second) => new(ErrorDomain.Definition,
        $"The side output '{id}' of operator '{name}' is read as '{first.Name}' and as '{second.Name}'. Use one OutputTag for one name.");

    public static JobException NothingToRun(string job) => new(ErrorDomain.Definition,
        $"Job '{job}' has no operators. Add a source, and a sink or Print, before ExecuteAsync.");

    public static JobException DifferentEnvironments(string operation) => new(ErrorDomain.Definition,
        $"{operation} was called with streams of different environments. Build all streams of a job on one StreamExecutionEnvironment.");

    public static JobException NotAnOperator(string method) => new(ErrorDomain.Definition,
        $"{method} was called on a stream that is not an operator's output, such as a union or a side output. " +
        "Call it right after the operator that it is meant for.");

    public static JobException ParallelismIsFixed(string name, int parallelism, int limit) => new(ErrorDomain.Definition,
        $"Operator '{name}' cannot have parallelism {parallelism}: it runs in {limit} subtask. " +
        "Leave its parallelism, and set that of what follows.");

    public static JobException NotAMember(string method, string expression) => new(ErrorDomain.Definition,
        $"{method} was given '{expression}', which is not a field or property of the record. " +
        $"Name one directly, as in {method}(x => x.Value).");

    public static JobException NotReplaceable(string method, Type record, string member, string reason) => new(ErrorDomain.Definition,
        $"{method} cannot replace '{member}' in a copy of '{record}': {reason}. " +
        "Make the member settable, use a record or struct, or use Reduce.");

    public static JobException NotSummable(string member, Type type) => new(ErrorDomain.Definition,
        $"Sum cannot add values of '{member}', which is of type '{type}'. Use a numeric member, or Reduce.");

    public static JobException NotComparable(string method, string member, Type type) => new(ErrorDomain.Definition,
        $"{method} cannot compare values of '{member}': '{type}' does not implement IComparable<{type.Name}>. " +
        "Use a comparable member, or Reduce.");

    public static JobException UnclaimedState(string uid, IEnumerable<string> present) => new(ErrorDomain.Definition,
        $"The snapshot holds state of operator '{uid}', which is not in this job; there are " +
        $"{string.Join(", ", present.Order().Select(each => $"'{each}'"))}. " +
        "Restore the operator's Uid, or start without the snapshot.");

    public static JobException SinkFailed(OperatorContext context, Exception cause) => new(ErrorDomain.External,
        $"The writer of sink '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, failed: " +
        $"{cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException CommitFailed(OperatorContext context, int count, Exception cause) => new(ErrorDomain.External,
        $"The committer of sink '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, could not " +
        $"commit {count} prepared: {cause.GetType().Name}: {cause.Message} They are committed again when the job goes on from its last " +
        "checkpoint; the cause is inside.", cause);

    public static JobException StrategyFailed(OperatorContext context, Exception cause) => new(ErrorDomain.Function,
        $"The watermark strategy of operator '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of " +
        $"{context.Parallelism}, failed on a record: {cause.GetType().Name}: {cause.Message} Check its timestamp assigner and " +
        "generator; the cause is inside.",
        cause);

    public static JobException AlignmentNeedsSource(string group) => new(ErrorDomain.Definition,
        $"AssignTimestampsAndWatermarks was given a strategy with watermark alignment, of group '{group}', and only a source can wait " +
        "for others. Give the strategy to FromSource, or leave WithWatermarkAlignment out.");

    public static JobException HybridSourceUnbounded(int index, Type source) => new(ErrorDomain.Definition,
        $"Source {index} of a hybrid source, '{source.Name}', does not come to an end, so those behind it would never be read. " +
        "Bound it, or put it last.");

    public static JobException HybridSourceMissing(int index, int count) => new(ErrorDomain.Definition,
        $"The snapshot was taken while source {index} of a hybrid source was read, and there are {count} now, counted from 0. " +
        "Put back the sources that were there.");

    public static JobException SourceFailed(OperatorContext context, Exception cause) => new(ErrorDomain.External,
        $"The reader of source '{context.Name}' ({context.Uid}), subtask {context.SubtaskIndex} of {context.Parallelism}, failed: " +
        $"{cause.GetType().Name}: {cause.Message} The cause is inside.", cause);

    public static JobException EnumeratorFailed(string name, string uid, string doing, Exception cause) => new(ErrorDomain.External,
        $"The enumerator of source '{name}' ({uid}) failed while {doing}: {cause.GetType().Name}: {cause.Message} The cause is inside.",
        cause);

    public static ArgumentException NoSideOutputName(string parameter) => new(
        "A side output needs a name that is not empty. Give its OutputTag one that no other side output of the operator has.", parameter);

    public static ArgumentException NoParallelismBehindArgument(string parameter) =>
        new("The argument '--parallelism' needs a number behind it. Write, for example, '--parallelism 4'.", parameter);

    public static ArgumentOutOfRangeException ParallelismOutOfRange(string parameter, int value) => new(
        parameter, value, $"A parallelism of {value} was given to {parameter}. Give a number from 1 to {KeyGroupRange.MaxKeyGroups}.");

    public static InvalidOperationException SourceHasPaused() => new(
        "A source has no records at the moment, so the job cannot run to its end in one go. Use RunAsync, or call Step.");
}
