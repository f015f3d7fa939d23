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
    public override void ProcessElement(Sale sale, ReadOnlyContext context, ICollector<string> output)
    {
        if (context.GetBroadcastState(limits).TryGet(sale.Shelf, out var limit) && sale.Amount > limit)
            output.Collect($"{sale.Shelf}: {sale.Amount} is more than {limit}");
    }

    public override void ProcessBroadcastElement((string Shelf, int Limit) rule, Context context, ICollector<string> output) =>
        context.GetBroadcastState(limits).Put(rule.Shelf, rule.Limit);
}
#endregion
