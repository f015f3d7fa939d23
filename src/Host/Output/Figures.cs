namespace Akka.Flink.Host.Output;

using System.Globalization;

/// <summary>Figures as people read them.</summary>
internal static class Figures
{
    private const long LastShownMs = 253_402_300_799_999;   // the end of the year 9999

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Count(double number) => number.ToString("N0", Culture);

    public static string Rate(double perSecond) => perSecond switch
    {
        >= 9_999_500 => $"{(perSecond / 1e6).ToString("N1", Culture)} M/s",
        >= 99_950 => $"{(perSecond / 1e3).ToString("N0", Culture)} k/s",
        _ => $"{perSecond.ToString("N0", Culture)}/s",
    };

    public static string Size(long bytes) => bytes switch
    {
        >= 1 << 30 => $"{((double)bytes / (1 << 30)).ToString("N1", Culture)} GiB",
        >= 1 << 20 => $"{((double)bytes / (1 << 20)).ToString("N1", Culture)} MiB",
        >= 1 << 10 => $"{((double)bytes / (1 << 10)).ToString("N1", Culture)} KiB",
        _ => $"{bytes} B",
    };

    public static string Time(TimeSpan duration) => duration.TotalSeconds switch
    {
        >= 3600 => $"{(int)duration.TotalHours} h {duration.Minutes} min",
        >= 60 => $"{duration.Minutes} min {duration.Seconds} s",
        >= 10 => $"{duration.TotalSeconds.ToString("N0", Culture)} s",
        >= 1 => $"{duration.TotalSeconds.ToString("N1", Culture)} s",
        _ => $"{duration.TotalMilliseconds.ToString("N0", Culture)} ms",
    };

    public static string Percent(double part) => $"{(part * 100).ToString("N0", Culture)} %";

    public static string Watermark(long watermarkMs) => watermarkMs switch
    {
        long.MinValue => "none yet",
        > LastShownMs => "end of input",
        < -62_135_596_800_000 => "none yet",
        _ => DateTimeOffset.FromUnixTimeMilliseconds(watermarkMs).ToString("yyyy-MM-dd HH:mm:ss", Culture),
    };

    /// <summary>How far a watermark is behind the clock; nothing where that has no meaning.</summary>
    /// <param name="watermarkMs">The watermark.</param>
    /// <param name="now">The time.</param>
    public static string Lag(long watermarkMs, DateTimeOffset now) =>
        watermarkMs is long.MinValue or > LastShownMs ? "" : Age(now.ToUnixTimeMilliseconds() - watermarkMs);

    private static string Age(long milliseconds) => milliseconds switch
    {
        < 0 => "ahead",
        > 172_800_000 => $"{(milliseconds / 86_400_000).ToString("N0", Culture)} d",
        _ => Time(TimeSpan.FromMilliseconds(milliseconds)),
    };
}
