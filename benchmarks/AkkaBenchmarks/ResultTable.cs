namespace Akka.Flink.AkkaBenchmarks;

using System.Globalization;

/// <summary>Prints results as they come, each beside the calibrator's, which is the first one printed.</summary>
internal sealed class ResultTable
{
    private double _calibrator;

    public void Print(Result result)
    {
        if (_calibrator == 0)
        {
            _calibrator = result.Value;
            Console.WriteLine();
            Console.WriteLine($"{"",-52}{"this run",14} {"",-12}{"calibrator",12}{"official",12}{"bound",12}");
        }

        var ratio = result.Unit == ChannelCalibrator.Unit
            ? (result.Value / _calibrator).ToString("0.00", CultureInfo.InvariantCulture)
            : "";
        var official = result.Official is { } reached ? Format(reached) : "";
        var bound = result.Bound is { } value ? (result.LowerIsBetter ? "<= " : ">= ") + Format(value) : "";
        var verdict = result.IsWithinBound switch { true => "  kept", false => "  MISSED", null => "" };
        Console.WriteLine(
            $"{result.Name,-52}{Format(result.Value),14} {result.Unit,-12}{ratio,12}{official,12}{bound,12}{verdict}");
    }

    public void PrintLegend()
    {
        Console.WriteLine();
        Console.WriteLine("calibrator: the ratio to the channel above, in this run.");
        Console.WriteLine("official:   what Akka.NET 1.5.30 did on two cores of this kind. bound: half of it, or the goal that is set.");
        Console.WriteLine("normal, full: when SQLite waits for the disk: at checkpoints, or at each commit (the default).");
        Console.WriteLine("Machines differ and are noisy: compare ratios, not figures of different runs.");
    }

    private static string Format(double value) => value.ToString(value < 100 ? "0.0" : "N0", CultureInfo.InvariantCulture);
}
