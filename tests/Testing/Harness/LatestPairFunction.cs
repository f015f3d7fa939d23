namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;
using Akka.Flink.State;

/// <summary>Pairs each text with the latest number of its key.</summary>
internal sealed class LatestPairFunction : KeyedCoProcessFunction<string, string, (string Key, int Number), string>
{
    private IValueState<int> _number = null!;

    public override void Open(OpenContext context) => _number = RuntimeContext.GetState(new ValueStateDescriptor<int>("number"));

    public override void ProcessElement1(string value, Context context, ICollector<string> output) =>
        output.Collect($"{value}{_number.Value}");

    public override void ProcessElement2((string Key, int Number) value, Context context, ICollector<string> output) =>
        _number.Update(value.Number);
}
