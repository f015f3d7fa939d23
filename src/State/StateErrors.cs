namespace Akka.Flink.State;

/// <summary>Every way in which using or restoring state fails, in one place: the messages stay alike, and one test holds their
/// text.</summary>
/// <remarks>First what happened, with the values at hand; then what to do. Names in quotes, configuration keys in full.</remarks>
internal static class StateErrors
{
    public static StateException NoCurrentKey(string state) => new(ErrorDomain.Function,
        $"State '{state}' was used without a current key. " +
        "Keyed state exists only while an element or a timer of a keyed stream is processed: call KeyBy before Process, and leave the " +
        "state alone in Open.");

    public static StateException NoCurrentNamespace(string state) => new(ErrorDomain.Function,
        $"State '{state}' belongs to a window and was used without a current one. " +
        "It exists only while an element or a timer of a window is processed.");

    public static StateException DeclaredTwice(string state, string uid, string first, string second) => new(ErrorDomain.Definition,
        $"State '{state}' of operator '{uid}' was declared as {first} and then as {second}. " +
        "Give each state of an operator a name of its own.");

    public static StateException OperatorStateExpires(string state, string uid) => new(ErrorDomain.Definition,
        $"Operator state '{state}' of operator '{uid}' was declared with TimeToLive, which keyed state alone has. Declare it without.");

    public static StateException SerializerChanged(string state, string uid, string written, string declared) => new(ErrorDomain.Definition,
        $"State '{state}' of operator '{uid}' was written as {written}; {declared} cannot read it. " +
        "Restore with the old type and convert, or give the state a new name to start empty.");

    public static StateException KindChanged(string state, string uid, string written, string declared) => new(ErrorDomain.Definition,
        $"State '{state}' of operator '{uid}' was written as {written} and is declared as {declared}. " +
        "Declare it as it was, or give the state a new name to start empty.");

    public static StateException TimeToLiveSwitched(string state, string uid, bool was) => new(ErrorDomain.Definition,
        $"State '{state}' of operator '{uid}' was written {(was ? "with" : "without")} time-to-live and is declared " +
        $"{(was ? "without" : "with")}. " +
        "Set TimeToLive in its descriptor as it was, or give the state a new name to start empty.");

    public static StateException KeyChanged(string uid, string written, string declared) => new(ErrorDomain.Definition,
        $"The keys of operator '{uid}' were written as {written}; now they are {declared}. " +
        "Key by the old type, or give the operator a new Uid to start empty.");

    public static StateException MaxParallelismChanged(string uid, int written, int now) => new(ErrorDomain.Definition,
        $"The state of operator '{uid}' was written with a maximum parallelism of {written}; now it is {now}. " +
        $"It is fixed for the life of the state: set it to {written} with SetMaxParallelism or 'akka.flink.pipeline.max-parallelism = " +
        $"{written}'.");

    public static StateException WrongOperator(string uid, string found) => new(ErrorDomain.Internal,
        $"A chunk of operator '{found}' was given to operator '{uid}' to restore from. Please report this with the node's log.");

    public static StateException NotABase(string uid, long snapshot, KeyGroupRange range) => new(ErrorDomain.Internal,
        $"The state of operator '{uid}' for key groups {range} begins with snapshot {snapshot}, which holds changes only. " +
        "Restore an older checkpoint, and please report this with the node's log.");

    public static StateException NotAChunk(int length) => new(ErrorDomain.External,
        $"{length} bytes that should be a chunk of state do not begin as one. " +
        "Check that the checkpoint or savepoint was written by Akka.Flink and copied as it was.");

    public static StateException NewerVersion(int found, int known) => new(ErrorDomain.Definition,
        $"A chunk of state has format version {found}; this program reads versions up to {known}. " +
        "Restore with the release that wrote it, or a later one.");

    public static StateException Truncated(int expected, int found) => new(ErrorDomain.External,
        $"A chunk of state should have {expected} bytes and has {found}. " +
        "Restore an older checkpoint, and check that copies of savepoints are whole.");

    public static StateException Damaged(uint expected, uint found) => new(ErrorDomain.External,
        $"A chunk of state is damaged: checksum {expected:x8} expected, {found:x8} found. " +
        "Restore an older checkpoint, and check the store's disk.");

    public static StateException Malformed(string uid, Exception cause) => new(ErrorDomain.Internal,
        $"A chunk of state of operator '{uid}' could not be read although its checksum is right: {cause.Message} Please report this " +
        "with the node's log.", cause);

    public static StateException EntryUnreadable(string state, string uid, Exception cause) => new(ErrorDomain.Internal,
        $"An entry of state '{state}' of operator '{uid}' could not be read although its checksum is right: {cause.Message} If a " +
        "serializer of yours reads it, compare what it writes; otherwise please report this with the node's log.", cause);

    public static InvalidOperationException SnapshotInProgress(string uid, long snapshot) => new(
        $"Snapshot {snapshot} of operator '{uid}' is still being written. " +
        "Call WriteSlice until it answers true before the next snapshot begins.");

    public static InvalidOperationException NoSnapshot(string uid) => new(
        $"No snapshot of operator '{uid}' has begun. Call BeginSnapshot first.");

    public static ArgumentException NoName(string parameter) => new(
        "A state needs a name that is not empty: restored state is found by it. Give its descriptor a name that is its own.", parameter);

    public static ArgumentOutOfRangeException OutsideKeyGroups(string parameter, int value, int low, int high) => new(
        parameter, value,
        $"{parameter} must lie between {low} and {high}, and is {value}. " +
        "Compute ranges from a subtask's index, the parallelism and the maximum parallelism.");

    public static InvalidOperationException RoomAskedTooLate(int expected, int count) => new(
        $"Room was asked for {expected} entries in a table that holds {count}. Ask before the first entry is added.");

    public static NotSupportedException ForwardOnly(string kind) => new(
        $"An enumerator of {kind} state goes forward only. Enumerate the state again.");

    public static FormatException UnknownStateNumber(int number, int count) => new(
        $"An entry belongs to state number {number} of {count}. Restore an older checkpoint.");

    public static FormatException EndlessNumber(int maxLength) => new(
        $"A number of variable length does not end within {maxLength} bytes. Restore an older checkpoint.");
}
