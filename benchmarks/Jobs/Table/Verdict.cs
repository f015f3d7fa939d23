namespace Akka.Flink.Jobs.Table;

using System.Globalization;

/// <summary>A result beside its goal, in words.</summary>
/// <param name="RatioGoal">The ratio that it is to reach; empty where there is no goal.</param>
/// <param name="BytesGoal">What it may allocate for each event; empty where there is no goal.</param>
/// <param name="Text">Whether it is right, and which goals it misses.</param>
internal readonly record struct Verdict(string RatioGoal, string BytesGoal, string Text)
{
    /// <summary>Judges a result.</summary>
    /// <param name="row">The result.</param>
    public static Verdict Of(ResultRow row)
    {
        var culture = CultureInfo.InvariantCulture;
        return Goals.Of(row.Case) is not { } goal
            ? new Verdict("", "", row.IsRight ? "right" : "WRONG")
            : new Verdict(
                goal.Ratio.ToString("0.00", culture),
                goal.BytesPerEvent < 1 ? "0" : $"< {goal.BytesPerEvent.ToString(culture)}",
                row.IsRight ? Missed(row, goal) : "WRONG");
    }

    private static string Missed(ResultRow row, Goal goal) =>
        (row.Ratio < goal.Ratio, row.BytesPerEvent > goal.BytesPerEvent) switch
        {
            (true, true) => "right, missed: ratio, bytes",
            (true, false) => "right, missed: ratio",
            (false, true) => "right, missed: bytes",
            _ => "right, kept",
        };
}
