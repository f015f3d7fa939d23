namespace Akka.Flink.Jobs.Checkpoints;

using Akka.Flink.Functions;
using Akka.Flink.Jobs.Engine;
using Akka.Flink.Jobs.Latency;
using Akka.Flink.State;

/// <summary><c>running</c> over paced events: count and sum of a key, emitted for each event with the time when it was due.</summary>
internal sealed class PacedSums : KeyedProcessFunction<long, PacedEvent, Row>
{
    private IValueState<CountAndSum> _sums = null!;

    public override void Open(OpenContext context) => _sums = RuntimeContext.GetState(new ValueStateDescriptor<CountAndSum>("sums"));

    public override void ProcessElement(PacedEvent value, Context context, ICollector<Row> output)
    {
        ref var sum = ref _sums.GetOrAddRef();
        sum.Count++;
        sum.Sum += value.Value;
        output.Collect(new Row(value.Key, sum.Count, sum.Sum, value.DueUs));
    }
}
