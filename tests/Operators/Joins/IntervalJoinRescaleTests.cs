namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Functions;
using Akka.Flink.Operators.Tests.Windowing;
using Akka.Flink.Testing;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Whole jobs with an interval join, snapshots of which are restored at other parallelisms, against a join that forgets
/// nothing.</summary>
public class IntervalJoinRescaleTests
{
    private static readonly string[] Keys = ["a", "b", "c", "d", "e"];

    private static readonly OutputTag<Item> Late = new("late");

    private static readonly IntervalBounds Bounds = new(-5, 8);

    private static readonly Gen<JoinStep> Step = Gen.Frequency(
        (12, from isLeft in Gen.Elements(true, false)
             from key in Gen.Elements(Keys)
             from at in Gen.Choose(-20, 40)
             select (JoinStep)new JoinStep.Record(isLeft, key, at)),
        (3, Gen.Choose(-20, 45).Select(at => (JoinStep)new JoinStep.Watermark(at))),
        (2, Gen.Choose(1, 4).Select(parallelism => (JoinStep)new JoinStep.Restore(parallelism))));

    private static readonly Arbitrary<JoinStep[]> Scripts = Step.ListOf().Select(steps => steps.ToArray()).ToArbitrary();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("rule", "J1")]
    [Trait("rule", "J4")]
    public void Finds_its_pairs_wherever_a_snapshot_is_restored_at_whatever_parallelism(bool writesChanges) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(120), Prop.ForAll(Scripts, script => Compare(script, writesChanges)));

    private static void Compare(JoinStep[] script, bool writesChanges)
    {
        var model = new NaiveJoin(Bounds);
        using var harness = new TwoInputHarness<Item, Item, Pair>(
            Join, new HarnessOptions { MaxParallelism = 8, IncrementalSnapshots = writesChanges });
        harness.ReadSideOutput(Late);
        foreach (var (number, step) in script.Index())
        {
            model.Pairs.Clear();
            model.Late.Clear();
            Do(step, number, model, harness);

            var output = harness.Job.TakeOutput();
            var late = output.Where(each => each.SideTag is not null).Select(each => (Item)each.SideValue!);
            var pairs = output.Where(each => each is { Kind: ElementKind.Record, SideTag: null }).Select(each => each.Value);
            Assert.Equal(model.Pairs.OrderBy(pair => $"{pair}"), pairs.OrderBy(pair => $"{pair}"));
            Assert.Equal(model.Late, late);
        }
    }

    private static void Do(JoinStep step, int number, NaiveJoin model, TwoInputHarness<Item, Item, Pair> harness)
    {
        switch (step)
        {
            case JoinStep.Record { IsLeft: var isLeft } record:
                var item = new Item(record.Key, number);
                model.Process(item, record.TimestampMs, isLeft);
                harness.Job.Process(isLeft ? 0 : 1, item, record.TimestampMs);
                break;
            case JoinStep.Watermark watermark:
                model.Watermark(watermark.TimestampMs);
                harness.Watermark(watermark.TimestampMs);
                break;
            case JoinStep.Restore restore:
                model.Restore();
                harness.Restore(harness.Snapshot(), restore.Parallelism);
                break;
        }
    }

    private static DataStream<Pair> Join(DataStream<Item> left, DataStream<Item> right) => left.KeyBy(item => item.Key)
        .IntervalJoin(right.KeyBy(item => item.Key))
        .Between(TimeSpan.FromMilliseconds(Bounds.LowerMs), TimeSpan.FromMilliseconds(Bounds.UpperMs))
        .SideOutputLeftLateData(Late)
        .SideOutputRightLateData(Late)
        .Process(new MakePairs())
        .Uid("join");

    private sealed class MakePairs : ProcessJoinFunction<Item, Item, Pair>
    {
        public override void ProcessElement(Item left, Item right, Context context, ICollector<Pair> output) =>
            output.Collect(new Pair(left.Key, left.Value, right.Value));
    }
}
