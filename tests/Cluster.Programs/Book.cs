namespace Akka.Flink.Cluster.Programs;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts the bookings of each account.</summary>
public sealed class Book : KeyedProcessFunction<long, long, Booking>
{
    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

    public override void ProcessElement(long element, Context context, ICollector<Booking> output)
    {
        var count = _count.Value + 1;
        _count.Update(count);
        output.Collect(new Booking(element, context.CurrentKey, count));
    }
}
