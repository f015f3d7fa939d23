namespace Akka.Flink.Runtime.Tests.Tasks.Support;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts the records of each key.</summary>
internal sealed class RunningCount : KeyedProcessFunction<long, long, (long Key, long Count)>
{
    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

    public override void ProcessElement(long value, Context context, ICollector<(long Key, long Count)> output)
    {
        _count.Update(_count.Value + 1);
        output.Collect((context.CurrentKey, _count.Value));
    }
}
