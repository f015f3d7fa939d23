namespace Akka.Flink.Measuring.Plots;

/// <summary>An axis of a plot.</summary>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Min">The value at its beginning.</param>
/// <param name="Max">The value at its end.</param>
/// <param name="IsLogarithmic">Whether equal factors are equally long.</param>
/// <param name="Ticks">Values with their labels.</param>
public sealed record Axis(string Title, double Min, double Max, bool IsLogarithmic, IReadOnlyList<(double Value, string Label)> Ticks)
{
    /// <summary>A logarithmic axis over powers of ten.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="min">The least value.</param>
    /// <param name="max">The largest value.</param>
    public static Axis PowersOfTen(string title, double min, double max)
    {
        var (from, to) = ((int)Math.Floor(Math.Log10(min)), (int)Math.Ceiling(Math.Log10(Math.Max(max, min * 1.01))));
        var ticks = Enumerable.Range(from, to - from + 1).Select(power => (Math.Pow(10, power), Label(Math.Pow(10, power))));
        return new Axis(title, Math.Pow(10, from), Math.Pow(10, to), true, [.. ticks]);
    }

    /// <summary>An axis from nothing, with a tick at each multiple of a step.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="max">The largest value.</param>
    /// <param name="step">Between two ticks.</param>
    public static Axis Linear(string title, double max, double step)
    {
        var ticks = Enumerable.Range(0, (int)(max / step) + 1).Select(i => (i * step, Label(i * step)));
        return new Axis(title, 0, max, false, [.. ticks]);
    }

    /// <summary>Where a value lies: 0 at the beginning, 1 at the end.</summary>
    /// <param name="value">The value; what lies outside is moved to the nearer end.</param>
    public double PlaceOf(double value)
    {
        var inside = Math.Clamp(value, Min, Max);
        return IsLogarithmic ? Math.Log(inside / Min) / Math.Log(Max / Min) : (inside - Min) / (Max - Min);
    }

    private static string Label(double value) => value.ToString("0.#####", System.Globalization.CultureInfo.InvariantCulture);
}
