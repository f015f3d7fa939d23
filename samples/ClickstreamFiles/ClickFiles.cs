using System.Globalization;

/// <summary>Generates clicks into files, the same ones for the same seed.</summary>
public static class ClickFiles
{
    private const int Files = 20;
    private const int Pages = 40;
    private const int Users = 2_000;
    private const int DisorderMs = 4_000;
    private const int SpanMs = 3_600_000 - DisorderMs;

    private static readonly DateTime Start = DateTime.UnixEpoch.AddDays(20_000).AddMilliseconds(DisorderMs);

    /// <summary>Writes an hour of clicks, unless they are there.</summary>
    /// <returns>The folder of the files.</returns>
    public static string Generate(string folder, long events, long seed)
    {
        var clicks = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"clicks-{events}-{seed}"));
        if (Directory.Exists(clicks))
            return clicks;

        Console.Error.WriteLine($"Generating {events.ToString("N0", CultureInfo.InvariantCulture)} clicks into {clicks} ...");
        var unfinished = clicks + ".tmp";
        Directory.CreateDirectory(unfinished);
        var random = new Random((int)seed);
        for (var file = 0; file < Files; file++)
        {
            using var writer = new StreamWriter(Path.Combine(unfinished, $"clicks-{file:00}.ndjson"), append: false);
            for (var i = events * file / Files; i < events * (file + 1) / Files; i++)
                Write(writer, random, Start.AddMilliseconds((double)i * SpanMs / events));
        }

        Directory.Move(unfinished, clicks);   // a folder of that name is whole
        return clicks;
    }

    // Up to four seconds out of order; the low pages are looked at most.
    private static void Write(StreamWriter writer, Random random, DateTime time)
    {
        var page = (int)(Pages * random.NextDouble() * random.NextDouble());
        var at = time.AddMilliseconds(-random.Next(DisorderMs)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        var type = random.Next(10) < 8 ? "page_view" : "add_to_cart";
        var user = random.Next(Users);
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"page_url":"/page/{{page}}","user_id":"u{{user}}","event_type":"{{type}}","event_time":"{{at}}"}"""));
        writer.Write('\n');
    }
}
