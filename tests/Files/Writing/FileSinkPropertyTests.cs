namespace Akka.Flink.Files.Tests.Writing;

using Akka.Flink.Connectors.Files;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Crashes at every step: before and after the snapshot, when the checkpoint is complete, in the middle of the commit.</summary>
public class FileSinkPropertyTests
{
    private enum Step
    {
        Write,
        CheckpointFails,
        Checkpoint,
        CrashAfterSnapshot,
        CrashBeforeCommit,
        CrashInCommit,
        Crash,
    }

    private static readonly Arbitrary<(Step Step, int Number)[]> Scripts =
        (from step in Gen.Elements(Enum.GetValues<Step>())
         from number in Gen.Choose(1, 4)
         select (step, number)).ListOf().Select(steps => steps.ToArray()).ToArbitrary();

    [Fact]
    public void Shows_every_record_exactly_once_whenever_it_crashes() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Scripts, Holds));

    private static bool Holds((Step Step, int Number)[] script)
    {
        using var folder = new TempFolder(inMemory: true);
        var sink = FileSink.ForLines(folder.Path).WithRollingPolicy(RollingPolicy.Default.WithMaxSize(6)).Build();
        var model = new SinkModel(sink);
        model.Start(2);
        var seen = new HashSet<string>();

        foreach (var (step, number) in script)
        {
            Run(model, step, number);
            seen.UnionWith(Visible(folder));
        }

        model.Complete(model.Prepare());
        model.Commit();
        Assert.Equal(Enumerable.Range(0, model.Completed).Select(each => $"{each}").Order(), Rows(folder).Order());
        Assert.Subset(Visible(folder).ToHashSet(), seen);   // nothing that was visible is gone
        model.Crash();
        model.Start(1);
        Assert.Empty(Directory.GetFiles(folder.Path, ".*"));
        model.Crash();
        return true;
    }

    private static void Run(SinkModel model, Step step, int number)
    {
        model.Write(number);
        switch (step)
        {
            case Step.CheckpointFails:
                model.Prepare();
                break;
            case Step.Checkpoint:
                model.Complete(model.Prepare());
                model.Commit();
                break;
            case Step.CrashAfterSnapshot:
                model.Prepare();
                Restart(model, number);
                break;
            case Step.CrashBeforeCommit:
                model.Complete(model.Prepare());
                Restart(model, number);
                break;
            case Step.CrashInCommit:
                model.Complete(model.Prepare());
                model.Write(number);
                model.Commit(atMost: number);
                Restart(model, number);
                break;
            case Step.Crash:
                Restart(model, number);
                break;
        }
    }

    private static void Restart(SinkModel model, int parallelism)
    {
        model.Crash();
        model.Start(parallelism);
    }

    private static string[] Visible(TempFolder folder) => Directory.GetFiles(folder.Path, "part-*");

    private static IEnumerable<string> Rows(TempFolder folder) => Visible(folder).SelectMany(File.ReadAllLines);
}
