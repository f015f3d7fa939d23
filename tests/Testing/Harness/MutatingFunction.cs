namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Collects values in a list of its state; the flawed one changes the list and does not update the state.</summary>
internal sealed class MutatingFunction(bool updates) : KeyedProcessFunction<int, int, int>
{
    private IValueState<Values> _values = null!;

    public override void Open(OpenContext context) => _values = RuntimeContext.GetState(new ValueStateDescriptor<Values>("values"));

    public override void ProcessElement(int value, Context context, ICollector<int> output)
    {
        var values = _values.Value;
        if (values is null)
        {
            values = new Values();
            _values.Update(values);
        }

        values.Sum += value;
        if (updates)
            _values.Update(values);
        output.Collect(values.Sum);
    }

    /// <summary>A mutable value.</summary>
    public sealed class Values
    {
        public int Sum { get; set; }
    }
}
