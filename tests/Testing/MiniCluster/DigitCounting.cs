namespace Akka.Flink.Testing.Tests.MiniClusters;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts the records of a key.</summary>
internal sealed class DigitCounting : KeyedProcessFunction<long, long, (long Digit, long Count)>
{
    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

    public override void ProcessElement(long value, Context context, ICollector<(long Digit, long Count)> output)
    {
        _count.Update(_count.Value + 1);
        output.Collect((context.CurrentKey, _count.Value));
    }
}
