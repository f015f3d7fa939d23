namespace Akka.Flink.Testing.Tests;

using Akka.Flink.Functions;

/// <summary>Puts odd values out on the side, and fails on negative ones.</summary>
internal sealed class SplittingFunction : ProcessFunction<int, int>
{
    public static readonly OutputTag<string> Odd = new("odd");

    public override void ProcessElement(int value, Context context, ICollector<int> output)
    {
        if (value < 0)
            throw new InvalidOperationException($"The value {value} is negative.");

        if (value % 2 != 0)
            context.Output(Odd, $"{value}");
        else
            output.Collect(value);
    }
}
