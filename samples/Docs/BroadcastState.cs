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
}

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
