namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;

/// <summary>Counts in a field, which no snapshot holds.</summary>
internal sealed class ForgetfulFunction : KeyedProcessFunction<int, int, int>
{
    private int _count;

    public override void ProcessElement(int value, Context context, ICollector<int> output) => output.Collect(++_count);
}
