using System.Globalization;
using System.Text.Json;

/// <summary>One run of the demo from its first click to its last, however often it is interrupted. The next one begins anew.</summary>
/// <remarks>A run has a number; its results lie in a folder of that number, beside which a file says that the run is over.</remarks>
public sealed class DemoRun
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private DemoRun(string folder, int number) => (Folder, Number) = (folder, number);

    public string Folder { get; }

    public int Number { get; }

    public string Results => Path.Combine(Folder, $"results-{Number}");

    /// <summary>The run that is not over, or a new one; results of earlier ones go.</summary>
    public static DemoRun Next(string folder)
    {
        Directory.CreateDirectory(folder);
        var over = Directory.GetFiles(folder, "run-*.over").Select(NumberOf).DefaultIfEmpty(0).Max();
        foreach (var old in Directory.GetDirectories(folder, "results-*").Where(old => NumberOf(old) <= over))
            Directory.Delete(old, recursive: true);
        return new DemoRun(Path.GetFullPath(folder), over + 1);
    }

    /// <summary>Prints the pages with the most views, and marks the run as over.</summary>
    public void PrintTopPages(int count)
    {
        var rows = Directory.GetFiles(Results, "part-*").SelectMany(File.ReadLines)
            .Select(line => JsonSerializer.Deserialize<PageViews>(line, Snake)!).ToList();
        var top =
            from row in rows
            group row by row.PageUrl into page
            let views = page.Sum(row => row.ViewCount)
            let busiest = page.OrderByDescending(row => row.ViewCount).ThenBy(row => row.WindowStart).First()
            orderby views descending, page.Key
            select (Page: page.Key, Views: views, Windows: page.Count(), Busiest: busiest);

        Console.WriteLine($"{"page",-12} {"views",10} {"windows",8}   busiest five minutes");
        foreach (var (page, views, windows, busiest) in top.Take(count))
        {
            var start = DateTimeOffset.FromUnixTimeMilliseconds(busiest.WindowStart);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{page,-12} {views,10:N0} {windows,8}   {start:HH:mm}: {busiest.ViewCount:N0} views by {busiest.UniqueUsers:N0} users"));
        }

        Console.WriteLine($"{rows.Count} rows are in {Results}");
        File.WriteAllText(Path.Combine(Folder, $"run-{Number}.over"), "");
    }

    private static int NumberOf(string path) =>
        int.Parse(Path.GetFileNameWithoutExtension(path).Split('-')[^1], CultureInfo.InvariantCulture);
}
