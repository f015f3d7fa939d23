namespace Akka.Flink.Cluster.Tests.Support;

using System.Globalization;
using System.Text.Json;

/// <summary>Reads what a ledger has written, as somebody from outside.</summary>
internal static class Audit
{
    public static int CountRows(string folder) => Files(folder).Sum(file => File.ReadLines(file).Count());

    /// <summary>Each number is there once, and each account's bookings are counted without a gap.</summary>
    /// <param name="folder">Where the rows are.</param>
    /// <param name="count">How many numbers there were.</param>
    public static void EachIsCountedOnce(string folder, long count)
    {
        var rows = Files(folder).SelectMany(File.ReadLines).Select(Read).ToList();
        var missing = Enumerable.Range(0, (int)count).Select(number => (long)number).Except(rows.Select(row => row.Number)).ToList();
        var twice = rows.GroupBy(row => row.Number).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        Assert.True(
            missing.Count == 0 && twice.Count == 0,
            $"{missing.Count} numbers are missing, {twice.Count} are there twice: {string.Join(", ", missing.Concat(twice).Take(10))}");

        foreach (var account in rows.GroupBy(row => row.Account))
        {
            var counts = account.Select(row => row.Count).Order().ToList();
            Assert.Equal(Enumerable.Range(1, counts.Count).Select(each => (long)each), counts);
        }
    }

    /// <summary>How many numbers the sources have read more than once, by what each subtask noted.</summary>
    public static int CountReadTwice(string folder) => Directory.EnumerateFiles(folder).SelectMany(File.ReadLines)
        .GroupBy(line => long.Parse(line, CultureInfo.InvariantCulture)).Count(group => group.Count() > 1);

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "part-*", SearchOption.AllDirectories);

    private static (long Number, long Account, long Count) Read(string line)
    {
        var row = JsonDocument.Parse(line).RootElement;
        return (row.GetProperty("number").GetInt64(), row.GetProperty("account").GetInt64(), row.GetProperty("count").GetInt64());
    }
}
