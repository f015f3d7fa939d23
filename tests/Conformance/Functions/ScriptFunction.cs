namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Executes the commands that its records carry.</summary>
internal sealed class ScriptFunction(StateTtlConfig? timeToLive) : KeyedProcessFunction<string, Item, Row>
{
    private CommandScript _script = null!;

    public override void Open(OpenContext context) => _script = new CommandScript(RuntimeContext, timeToLive);

    public override void ProcessElement(Item value, Context context, ICollector<Row> output) =>
        _script.Execute(value.Ops!, Around(context, output));

    public override void OnTimer(long timestamp, OnTimerContext context, ICollector<Row> output) =>
        _script.OnTimer(timestamp, context.TimeDomain, Around(context, output));

    private static ScriptSurroundings Around(Context context, ICollector<Row> output) =>
        new(context.CurrentKey, context.Timestamp, context.TimerService, output, context.Output);
}
