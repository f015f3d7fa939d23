namespace Akka.Flink.Jobs.Cli;

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Akka.Flink.Runtime;

/// <summary>Options that say what is wrong with their values.</summary>
internal static class Options
{
    private static readonly TimeSpan LeastInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>An option for a number from 1.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What stands for the number.</param>
    /// <param name="description">What it means.</param>
    public static Option<long?> Number(string name, string help, string description) => new(name)
    {
        Description = description,
        HelpName = help,
        CustomParser = result => NumbersOf(result, [result.Tokens[0].Value], long.MaxValue) is [var number] ? number : null,
    };

    /// <summary>An option for numbers from 1, divided by commas.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it means.</param>
    /// <param name="max">The largest.</param>
    public static Option<long[]?> Numbers(string name, string description, long max) => new(name)
    {
        Description = description,
        HelpName = name.TrimStart('-').ToUpperInvariant(),
        CustomParser = result => NumbersOf(result, result.Tokens[0].Value.Split(','), max),
    };

    /// <summary>An option for a time.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it means.</param>
    public static Option<TimeSpan?> Interval(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "INTERVAL",
        CustomParser = IntervalOf,
    };

    /// <summary>An option for a folder or file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="help">What stands for it.</param>
    /// <param name="description">What it means.</param>
    /// <param name="otherwise">What it is when nothing is given.</param>
    public static Option<string> Location(string name, string help, string description, string otherwise) => new(name)
    {
        Description = description,
        HelpName = help,
        DefaultValueFactory = _ => otherwise,
    };

    private static long[] NumbersOf(ArgumentResult result, string[] texts, long max)
    {
        var numbers = new List<long>();
        foreach (var text in texts)
        {
            if (TryNumber(text, out var number) && number >= 1 && number <= max)
                numbers.Add(number);
            else
                result.AddError($"'{text}' is not a number from 1 to {max}.");
        }

        return [.. numbers];
    }

    private static TimeSpan? IntervalOf(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Quantity.TryDuration(text, out var interval) && interval >= LeastInterval)
            return interval;

        result.AddError(
            $"'{text}' is not an interval of at least {LeastInterval.TotalMilliseconds} ms: " +
            "write a number and its unit, such as 100ms or 1s.");
        return null;
    }

    private static bool TryNumber(string text, out long number) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
