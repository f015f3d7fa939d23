using Akka.Flink;
using Akka.Flink.Functions;
using Akka.Flink.State;
using static Keyed;

public static class BroadcastState
{
    public static void Rules(StreamExecutionEnvironment env)
    {
        #region keyed-broadcast-function
        var limits = new MapStateDescriptor<string, int>("limits");
        var rules = env.FromElements(("fruit", 3), ("bread", 5)).Broadcast(limits);

        env.FromElements(new Sale("fruit", 4), new Sale("bread", 4))
           .KeyBy(sale => sale.Shelf)
           .Connect(rules)
           .Process(new Limits(limits))
           .Print();
        #endregion
    }

    public static void WithoutKeys(StreamExecutionEnvironment env)
    {
        #region broadcast-function
        var settings = new MapStateDescriptor<string, int>("settings");
        var least = env.FromElements(3).Broadcast(settings);

        env.FromElements(1, 5, 3)
           .Connect(least)
           .Process(new AtLeast(settings))
           .Print();
        #endregion
    }
}

#region broadcast-function-class
// What comes before the setting waits for it.
public sealed class AtLeast(MapStateDescriptor<string, int> settings) : BroadcastProcessFunction<int, int, int>, ICheckpointedFunction
{
    private IListState<int> _waiting = null!;

    public void InitializeState(IFunctionInitializationContext context) =>
        _waiting = context.OperatorStateStore.GetListState(new ListStateDescriptor<int>("waiting"));

    public void SnapshotState(IFunctionSnapshotContext context)
    {
        // What waits is in the state itself.
    }

    public override void ProcessElement(int value, ReadOnlyContext context, ICollector<int> output)
    {
        if (!context.GetBroadcastState(settings).TryGet("least", out var least))
            _waiting.Add(value);
        else if (value >= least)
            output.Collect(value);
    }

    public override void ProcessBroadcastElement(int least, Context context, ICollector<int> output)
    {
        context.GetBroadcastState(settings).Put("least", least);
        foreach (var value in _waiting.Where(value => value >= least))
            output.Collect(value);
        _waiting.Clear();
    }
}
#endregion

#region keyed-broadcast-function-class
public sealed class Limits(MapStateDescriptor<string, int> limits)
    : KeyedBroadcastProcessFunction<string, Sale, (string Shelf, int Limit), string>
{
    private static readonly ValueStateDescriptor<int> Largest = new("largest");

    private IValueState<int> _largest = null!;

    public override void Open(OpenContext context) => _largest = RuntimeContext.GetState(Largest);

    public override void ProcessElement(Sale sale, ReadOnlyContext context, ICollector<string> output)
    {
        _largest.Update(Math.Max(_largest.Value, sale.Amount));
        if (context.GetBroadcastState(limits).TryGet(sale.Shelf, out var limit))
            Compare(sale.Shelf, sale.Amount, limit, output);
    }

    public override void ProcessBroadcastElement((string Shelf, int Limit) rule, Context context, ICollector<string> output)
    {
        context.GetBroadcastState(limits).Put(rule.Shelf, rule.Limit);
        context.ApplyToKeyedState(Largest, (shelf, largest) =>   // sales may have come before the rule
        {
            if (shelf == rule.Shelf)
                Compare(shelf, largest.Value, rule.Limit, output);
        });
    }

    private static void Compare(string shelf, int amount, int limit, ICollector<string> output)
    {
        if (amount > limit)
            output.Collect($"{shelf}: {amount} is more than {limit}");
    }
}
#endregion
