namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.Windowing;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Every window operator against windows that are each kept for themselves, with snapshots restored at another parallelism and
/// watermarks that fall back.</summary>
public class WindowPropertyTests
{
    private static readonly Gen<WindowStep> Step = Gen.Frequency(
        (10, from records in (from key in Gen.Elements("a", "b", "c")
                              from value in Gen.Choose(1, 9)
                              from at in Gen.Choose(-30, 90)
                              select (new Item(key, value), (long)at)).NonEmptyListOf()
             select (WindowStep)new WindowStep.Records([.. records])),
        (6, Gen.Choose(-30, 100).Select(at => (WindowStep)new WindowStep.Watermark(at))),
        (2, Gen.Choose(1, 3).Select(parallelism => (WindowStep)new WindowStep.Restore(parallelism))),
        (2, Gen.Constant((WindowStep)new WindowStep.Snapshot())),
        (1, Gen.Constant((WindowStep)new WindowStep.Watermark(long.MaxValue))));

    private static readonly Arbitrary<WindowStep[]> Scripts = Step.ListOf().Select(steps => steps.ToArray()).ToArbitrary();

    private static readonly WindowAssigner<TimeWindow>[] Assigners =
    [
        TumblingEventTimeWindows.Of(Ms(10)),
        TumblingEventTimeWindows.Of(Ms(7), Ms(3)),
        SlidingEventTimeWindows.Of(Ms(20), Ms(5)),
        SlidingEventTimeWindows.Of(Ms(10), Ms(4), Ms(-1)),
        SlidingEventTimeWindows.Of(Ms(4), Ms(6)),
        EventTimeSessionWindows.WithGap(Ms(10)),
    ];

    public static TheoryData<int, string, long, bool> Cases
    {
        get
        {
            var cases = new TheoryData<int, string, long, bool>();
            for (var i = 0; i < Assigners.Length; i++)
            {
                cases.Add(i, "own", 0, false);
                cases.Add(i, "own", 0, true);
                cases.Add(i, "own", 12, false);
                cases.Add(i, "own", 12, true);
                cases.Add(i, "general", 12, false);
                cases.Add(i, "process", 0, true);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("rule", "N4")]
    [Trait("rule", "N5")]
    [Trait("rule", "N7")]
    [Trait("rule", "N16")]
    [Trait("rule", "N17")]
    [Trait("rule", "N24")]
    [Trait("rule", "N26")]
    public void Fires_what_windows_kept_each_for_itself_fire(int assigner, string kind, long latenessMs, bool oneByOne) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Scripts, script => Compare(script, Assigners[assigner], kind, latenessMs, oneByOne)));

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static void Compare(WindowStep[] script, WindowAssigner<TimeWindow> assigner, string kind, long latenessMs, bool oneByOne)
    {
        var model = new NaiveWindows(assigner, latenessMs);
        var harness = WindowOperators.Harness(kind, assigner, latenessMs, oneByOne);
        foreach (var step in script)
        {
            model.Fired.Clear();
            model.Late.Clear();
            harness.Output.Clear();
            Do(step, model, harness);

            var fired = harness.Output.Where(each => each.Value is WindowResult).ToList();
            Assert.Equal(Sorted(model.Fired), Sorted(fired.Select(each => (WindowResult)each.Value!)));
            Assert.Equal(model.Late.OrderBy(item => $"{item}"),
                harness.Output.Where(each => each.Tag is not null).Select(each => (Item)each.Value!).OrderBy(item => $"{item}"));
            Assert.All(fired, each => Assert.Equal(((WindowResult)each.Value!).End - 1, each.TimestampMs));
            if (step is WindowStep.Watermark && harness.SubtaskCount == 1)
                Assert.Equal(fired.Select(each => each.TimestampMs).Order(), fired.Select(each => each.TimestampMs));
        }
    }

    private static void Do(WindowStep step, NaiveWindows model, WindowHarness<Item, WindowResult> harness)
    {
        switch (step)
        {
            case WindowStep.Records records:
                foreach (var (value, timestampMs) in records.All)
                    model.Process(value, timestampMs);
                harness.Process(records.All);
                break;
            case WindowStep.Watermark watermark:
                model.Watermark(watermark.TimestampMs);
                harness.Watermark(watermark.TimestampMs);
                break;
            case WindowStep.Restore restore:
                model.Restore();
                harness.SnapshotRestore(restore.Parallelism, (new Item("a", 1), 5), (new Item("b", 1), 50));
                break;
            case WindowStep.Snapshot:
                harness.Snapshot();
                break;
        }
    }

    private static IEnumerable<WindowResult> Sorted(IEnumerable<WindowResult> results) =>
        results.OrderBy(each => each.Key,
            StringComparer.Ordinal).ThenBy(each => each.Start).ThenBy(each => each.End).ThenBy(each => each.Count);
}
