namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts the records of a key in its state, and tells of each call.</summary>
internal sealed class CountingFunction(Action called) : KeyedProcessFunction<int, int, int>
{
    private IValueState<int> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<int>("count"));

    public override void ProcessElement(int value, Context context, ICollector<int> output)
    {
        called();
        _count.Update(_count.Value + 1);
        output.Collect(_count.Value);
    }
}
