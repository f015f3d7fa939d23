namespace Akka.Flink.EndToEnd.Tests.Support;

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

/// <summary>The access log's job without the engine: all in memory, by regular expression.</summary>
internal static partial class AccessLogCount
{
    private const long WindowMs = 300_000;

    private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The rows that a log must give, in order.</summary>
    /// <param name="file">The log.</param>
    /// <param name="times">How often each line stands in the input in a row.</param>
    public static IReadOnlyList<PageRow> Of(string file, int times = 1) =>
    [
        .. from line in File.ReadLines(file)
           let view = View().Match(line)
           where view.Success
           let path = view.Groups["path"].Value
           where !Asset().IsMatch(path)
           let at = DateTimeOffset.ParseExact(view.Groups["time"].Value, "dd/MMM/yyyy:HH:mm:ss zzz", CultureInfo.InvariantCulture)
           let start = at.ToUnixTimeMilliseconds() / WindowMs * WindowMs
           group view.Groups["client"].Value by (path, start) into clients
           select new PageRow(clients.Key.path, clients.Key.start, (long)clients.Count() * times, clients.Distinct().Count()) into row
           orderby row.WindowStart, row.PageUrl
           select row,
    ];

    /// <summary>The rows that a job wrote, in order, each as often as it stands there.</summary>
    /// <param name="folder">The folder of its sink.</param>
    public static IReadOnlyList<PageRow> Written(string folder) =>
    [
        .. from file in Directory.GetFiles(folder, "part-*", SearchOption.AllDirectories)
           from line in File.ReadLines(file)
           select JsonSerializer.Deserialize<PageRow>(line, Camel) into row
           orderby row.WindowStart, row.PageUrl
           select row,
    ];

    [GeneratedRegex("""^(?<client>\S+) \S+ \S+ \[(?<time>[^\]]+)\] "GET (?<path>[^ ?"]+)[^"]*" 200 """)]
    private static partial Regex View();

    [GeneratedRegex(@"\.(png|jpg|jpeg|gif|ico|css|js|svg|woff|ttf|txt|xml)$", RegexOptions.IgnoreCase)]
    private static partial Regex Asset();
}
