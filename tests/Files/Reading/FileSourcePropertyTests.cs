namespace Akka.Flink.Files.Tests.Reading;

using System.Text;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Operators;
using FsCheck;
using FsCheck.Fluent;

/// <summary>A source over files, interrupted and restored at other parallelisms, against all lines at once.</summary>
public class FileSourcePropertyTests
{
    private static readonly Gen<string> Text = Gen.Choose(0, 40)
        .SelectMany(length => Gen.Elements('a', 'b', '\n', '\n', '\u00e9', '\u20ac').ArrayOf(length))
        .Select(letters => new string(letters));

    private static readonly Gen<Run> Runs =
        from parallelism in Gen.Choose(1, 3)
        from batchSize in Gen.Choose(1, 4)
        from steps in Gen.Choose(0, 6)
        select new Run(parallelism, batchSize, steps);

    private static readonly Arbitrary<Case> Cases =
        (from texts in Text.ListOf()
         from runs in Runs.NonEmptyListOf()
         from splitSize in Gen.Choose(1, 20)
         select new Case([.. texts], splitSize, [.. runs])).ToArbitrary();

    [Fact]
    public void Reads_every_line_exactly_once_whenever_it_is_interrupted() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Cases, Holds));

    private static bool Holds(Case given)
    {
        using var folder = new TempFolder(inMemory: true);
        for (var i = 0; i < given.Texts.Length; i++)
            folder.Write($"{i:D3}.txt", given.Texts[i]);

        var source = FileSource.ForLines(folder.Path).SplitSize(given.SplitSize).Build();
        var seen = new List<string>();
        JobSnapshot? last = null;
        foreach (var run in given.Runs)
        {
            var job = new SourceRun<string>(source, run.Parallelism, run.BatchSize, last);
            for (var step = 0; step < run.Steps && !job.Driver.IsFinished; step++)
                job.Driver.Step();
            last = job.Driver.TakeCheckpoint();
            seen.AddRange(job.Values);
            job.Driver.Close();
        }

        var rest = new SourceRun<string>(source, 1, 512, last);
        rest.Driver.Run();
        seen.AddRange(rest.Values);

        var expected = Directory.GetFiles(folder.Path).SelectMany(path => LinesOf(File.ReadAllText(path)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        return true;
    }

    private static string[] LinesOf(string text) =>
        text.Length == 0 ? [] : (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private sealed record Run(int Parallelism, int BatchSize, int Steps);

    private sealed record Case(string[] Texts, long SplitSize, Run[] Runs)
    {
        public override string ToString()
        {
            var text = new StringBuilder($"split size {SplitSize}");
            foreach (var each in Texts)
                text.Append($" [{each.Replace("\n", "\\n")}]");
            return text.AppendJoin(' ', (object[])Runs).ToString();
        }
    }
}
