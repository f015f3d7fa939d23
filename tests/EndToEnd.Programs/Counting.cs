namespace Akka.Flink.EndToEnd.Programs;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Counts by key.</summary>
/// <param name="throwAt">The number at which it throws.</param>
public sealed class Counting(long throwAt) : KeyedProcessFunction<string, long, Counted>
{
    private IValueState<long> _count = null!;

    public override void Open(OpenContext context) => _count = RuntimeContext.GetState(new ValueStateDescriptor<long>("count"));

    public override void ProcessElement(long element, Context context, ICollector<Counted> output)
    {
        if (element == throwAt)
            throw new InvalidOperationException($"{element} is not wanted.");

        _count.Update(_count.Value + 1);
        output.Collect(new Counted(element, _count.Value));
    }
}
