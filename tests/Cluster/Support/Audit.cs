namespace Akka.Flink.Cluster.Tests.Support;

using System.Globalization;
using System.Text.Json;

/// <summary>Reads what a ledger has written and what its sources have read, as somebody from outside.</summary>
internal static class Audit
{
    /// <summary>How many bytes of results there are.</summary>
    /// <param name="folder">Where they are.</param>
    public static long Size(string folder) => Files(folder).Sum(file => new FileInfo(file).Length);

    /// <summary>Each number below a count is there once, and each account's bookings are counted without a gap.</summary>
    /// <param name="folder">Where the rows are.</param>
    /// <param name="count">How many numbers there were.</param>
    public static void EachIsCountedOnce(string folder, long count) => AreCountedOnce(folder, Numbers(0, count));

    /// <summary>The numbers that were read so far, also by attempts that came to nothing.</summary>
    /// <param name="reads">Where what was read is noted.</param>
    public static HashSet<long> NumbersRead(string reads) => Notes(reads).SelectMany(note => note.Numbers).ToHashSet();

    /// <summary>Whether numbers are there.</summary>
    /// <param name="folder">Where the rows are.</param>
    /// <param name="numbers">The numbers.</param>
    public static bool HasCounted(string folder, HashSet<long> numbers) =>
        numbers.IsSubsetOf(Files(folder).SelectMany(File.ReadLines).Select(line => Read(line).Number));

    /// <summary>Each number that was read is there once, whatever else became of it, and each account's bookings are counted without a
    /// gap.</summary>
    /// <param name="folder">Where the rows are.</param>
    /// <param name="reads">Where what was read is noted.</param>
    /// <param name="ranges">How many ranges the numbers were read from: none has a gap.</param>
    public static void EachReadIsCountedOnce(string folder, string reads, int ranges)
    {
        var read = NumbersRead(reads);
        Assert.InRange(read.Count(number => !read.Contains(number - 1)), 1, ranges);
        AreCountedOnce(folder, read);
    }

    /// <summary>What was read again, by the positions that the status names: what an attempt was still to read, and one before it had
    /// read already. What the subtasks have noted says the same.</summary>
    /// <param name="job">What the status says of the job.</param>
    /// <param name="reads">Where what was read is noted.</param>
    /// <returns>How many numbers.</returns>
    public static int CountReadAgain(JsonElement job, string reads)
    {
        var restores = Restore.AllOf(job);
        Assert.Equal(Enumerable.Range(1, restores.Count), restores.Select(restore => restore.Attempt));
        var notes = Notes(reads).GroupBy(note => restores.Last(restore => restore.At <= note.Opened).Attempt)
            .ToDictionary(attempt => attempt.Key, attempt => attempt.SelectMany(note => note.Numbers).ToHashSet());

        var (before, again, noted) = (new HashSet<long>(), new HashSet<long>(), new HashSet<long>());
        foreach (var restore in restores)
        {
            again.UnionWith(before.Where(restore.IsAhead));
            var read = notes.GetValueOrDefault(restore.Attempt, []);
            var behind = read.Where(number => !restore.IsAhead(number)).Take(5).ToList();
            Assert.True(behind.Count == 0, $"{restore} has read what lies behind its positions: {string.Join(", ", behind)}");
            noted.UnionWith(read.Where(before.Contains));
            before.UnionWith(read);
        }

        Assert.Equal(again.Count, noted.Count);
        return again.Count;
    }

    private static void AreCountedOnce(string folder, HashSet<long> expected)
    {
        var rows = Files(folder).SelectMany(File.ReadLines).Select(Read).ToList();
        var found = rows.Select(row => row.Number).ToHashSet();
        var missing = expected.Where(number => !found.Contains(number)).ToList();
        var strange = found.Where(number => !expected.Contains(number)).ToList();
        Assert.True(
            missing.Count == 0 && strange.Count == 0 && found.Count == rows.Count,
            $"Of {expected.Count} numbers {missing.Count} are missing, {rows.Count - found.Count} are there twice, {strange.Count} " +
            $"nobody has read: {string.Join(", ", missing.Concat(strange).Take(10))}");

        foreach (var account in rows.GroupBy(row => row.Account))
            Assert.Equal(Numbers(1, account.Count()), account.Select(row => row.Count).ToHashSet());
    }

    private static HashSet<long> Numbers(long first, long count) => [.. Enumerable.Range(0, (int)count).Select(number => first + number)];

    // A line that a killed process was about to write is not complete.
    private static IEnumerable<(DateTimeOffset Opened, IEnumerable<long> Numbers)> Notes(string folder)
    {
        foreach (var text in Directory.EnumerateFiles(folder).Select(File.ReadAllText))
        {
            var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (lines.Length > 0)
            {
                yield return (
                    DateTimeOffset.Parse(lines[0], CultureInfo.InvariantCulture),
                    lines.Skip(1).Select(line => long.Parse(line, CultureInfo.InvariantCulture)));
            }
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "part-*", SearchOption.AllDirectories);

    private static (long Number, long Account, long Count) Read(string line)
    {
        var row = JsonDocument.Parse(line).RootElement;
        return (row.GetProperty("number").GetInt64(), row.GetProperty("account").GetInt64(), row.GetProperty("count").GetInt64());
    }
}
