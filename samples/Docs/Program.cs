// Runs the examples of docs/operators, one after the other, or those whose names are given.
using Akka.Flink;

Dictionary<string, Action<StreamExecutionEnvironment>> examples = new()
{
    ["map"] = Basic.Map,
    ["filter"] = Basic.Filter,
    ["flat-map"] = Basic.FlatMap,
    ["union"] = Basic.Union,
    ["side-output"] = Basic.SideOutput,
    ["partitioning"] = Basic.Partitioning,
    ["key-by"] = Keyed.KeyBy,
    ["reduce"] = Keyed.Reduce,
    ["rolling"] = Keyed.Rolling,
    ["process"] = Keyed.Process,
    ["connect"] = Keyed.Connect,
    ["checkpointed-function"] = OperatorState.Buffering,
    ["keyed-broadcast-function"] = BroadcastState.Rules,
    ["async-ordered"] = AsyncIO.Ordered,
    ["async-retry"] = AsyncIO.Retry,
    ["partition-custom"] = Partitionings.Custom,
    ["co-map"] = Partitionings.CoMap,
    ["alignment"] = Alignment.Aligned,
    ["hybrid-source"] = Hybrid.Source,
    ["tumbling"] = Windows.Tumbling,
    ["sliding"] = Windows.Sliding,
    ["session"] = Windows.Session,
    ["lateness"] = Windows.Lateness,
    ["process-window"] = Windows.ProcessWindow,
    ["dynamic-session"] = Windows.DynamicSession,
    ["global-window"] = Windows.GlobalWindow,
    ["count-window"] = Windows.CountWindow,
    ["window-all"] = Windows.WindowAll,
    ["count-trigger"] = Triggers.Count,
    ["delta-trigger"] = Triggers.Delta,
    ["custom-trigger"] = Triggers.Custom,
    ["evictor"] = Triggers.Evictor,
    ["window-join"] = Joins.WindowJoin,
    ["co-group"] = Joins.CoGroup,
    ["interval-join"] = Windows.IntervalJoin,
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
