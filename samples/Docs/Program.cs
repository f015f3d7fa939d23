// Runs the examples of docs/operators, one after the other, or those whose names are given.
using Akka.Flink;

Dictionary<string, Action<StreamExecutionEnvironment>> examples = new()
{
    ["map"] = Basic.Map,
    ["filter"] = Basic.Filter,
    ["flat-map"] = Basic.FlatMap,
    ["union"] = Basic.Union,
    ["side-output"] = Basic.SideOutput,
    ["rich-function"] = ProcessFunctions.RichFunctions,
    ["partitioning"] = Basic.Partitioning,
    ["partitioning-all"] = Partitionings.ToAll,
    ["chains-and-slots"] = Partitionings.Chains,
    ["key-by"] = Keyed.KeyBy,
    ["reduce"] = Keyed.Reduce,
    ["rolling"] = Keyed.Rolling,
    ["max-by"] = Keyed.MaxBy,
    ["process"] = Keyed.Process,
    ["timers"] = ProcessFunctions.Timers,
    ["time-to-live"] = ProcessFunctions.TimeToLive,
    ["connect"] = Keyed.Connect,
    ["co-flat-map"] = ProcessFunctions.CoFlatMap,
    ["co-process"] = ProcessFunctions.CoProcess,
    ["checkpointed-function"] = OperatorState.Buffering,
    ["union-list"] = OperatorState.UnionList,
    ["broadcast-function"] = BroadcastState.WithoutKeys,
    ["keyed-broadcast-function"] = BroadcastState.Rules,
    ["async-ordered"] = AsyncIO.Ordered,
    ["async-unordered"] = AsyncIO.Unordered,
    ["async-timeout"] = AsyncIO.Timeout,
    ["async-retry"] = AsyncIO.Retry,
    ["partition-custom"] = Partitionings.Custom,
    ["co-map"] = Partitionings.CoMap,
    ["alignment"] = Alignment.Aligned,
    ["hybrid-source"] = Hybrid.Source,
    ["tumbling"] = WindowKinds.Tumbling,
    ["sliding"] = WindowKinds.Sliding,
    ["session"] = WindowKinds.Session,
    ["lateness"] = WindowKinds.Lateness,
    ["process-window"] = WindowKinds.ProcessWindow,
    ["window-offset"] = WindowFunctions.Offset,
    ["aggregate-process"] = WindowFunctions.AggregateProcess,
    ["window-state"] = WindowFunctions.State,
    ["processing-time-window"] = WindowFunctions.ProcessingTime,
    ["dynamic-session"] = WindowKinds.DynamicSession,
    ["global-window"] = WindowKinds.GlobalWindow,
    ["count-window"] = WindowKinds.CountWindow,
    ["window-all"] = WindowKinds.WindowAll,
    ["count-trigger"] = Triggers.Count,
    ["delta-trigger"] = Triggers.Delta,
    ["continuous-trigger"] = Triggers.Continuous,
    ["timeout-trigger"] = Triggers.Timeout,
    ["custom-trigger"] = Triggers.Custom,
    ["evictor"] = Triggers.Evictor,
    ["count-evictor"] = Evictors.Count,
    ["delta-evictor"] = Evictors.Delta,
    ["custom-evictor"] = Evictors.Custom,
    ["interval-join-late"] = Joins.Late,
    ["window-join"] = Joins.WindowJoin,
    ["co-group"] = Joins.CoGroup,
    ["interval-join"] = WindowKinds.IntervalJoin,
    ["watermarks"] = Inputs.Watermarks,
    ["generator"] = Inputs.Generator,
    ["files"] = Inputs.Files,
};

foreach (var name in args.Length > 0 ? args : [.. examples.Keys])
{
    var env = StreamExecutionEnvironment.GetExecutionEnvironment();
    examples[name](env);
    Console.WriteLine($"# {name}");
    await env.ExecuteAsync(name);
}
