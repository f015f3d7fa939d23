namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary><c>running</c>: count and sum of a key, emitted for each event.</summary>
internal sealed class RunningSums : KeyedProcessFunction<long, Event, Row>
{
    private IValueState<CountAndSum> _sums = null!;

    public override void Open(OpenContext context) => _sums = RuntimeContext.GetState(new ValueStateDescriptor<CountAndSum>("sums"));

    public override void ProcessElement(Event value, Context context, ICollector<Row> output)
    {
        ref var sum = ref _sums.GetOrAddRef();
        sum.Count++;
        sum.Sum += value.Value;
        output.Collect(new Row(value.Key, sum.Count, sum.Sum, 0));
    }
}
