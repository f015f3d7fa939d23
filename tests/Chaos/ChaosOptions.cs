namespace Akka.Flink.Chaos.Tests;

using System.Globalization;

/// <summary>How long, and by which script.</summary>
/// <param name="Duration">How long faults go on.</param>
/// <param name="Seed">What the script and the transfers are made from.</param>
/// <param name="Rate">How many transfers a second.</param>
/// <param name="Kinds">The kinds of faults; none for all.</param>
internal sealed record ChaosOptions(TimeSpan Duration, int Seed, long Rate, IReadOnlyList<string> Kinds)
{
    public const string Usage =
        "Usage: chaos [--minutes M] [--seed S] [--rate TRANSFERS-A-SECOND] [--kinds KIND,...]   (M is above 0 and may have decimals)";

    private const double DefaultMinutes = 10;
    private const long DefaultRate = 4_000;

    /// <summary>Reads a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="seed">The seed if it says none.</param>
    /// <returns>What it says; null if it makes no sense.</returns>
    public static ChaosOptions? Parse(string[] args, int seed)
    {
        var options = new ChaosOptions(TimeSpan.FromMinutes(DefaultMinutes), seed, DefaultRate, []);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || options.With(args[i], args[i + 1]) is not { } next)
                return null;
            options = next;
        }

        return options;
    }

    private ChaosOptions? With(string name, string value) => name switch
    {
        "--minutes" when double.TryParse(value, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 10_000 =>
            this with { Duration = TimeSpan.FromMinutes(minutes) },
        "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed) => this with { Seed = seed },
        "--rate" when long.TryParse(value, CultureInfo.InvariantCulture, out var rate) && rate > 0 => this with { Rate = rate },
        "--kinds" => this with { Kinds = value.Split(',', StringSplitOptions.RemoveEmptyEntries) },
        _ => null,
    };
}
