namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Operators.Tests.Windowing;
using FsCheck;
using FsCheck.Fluent;

public class IntervalJoinTests
{
    private static readonly Gen<JoinStep> Step = Gen.Frequency(
        (12, from isLeft in Gen.Elements(true, false)
             from key in Gen.Elements("a", "b")
             from at in Gen.Choose(-20, 40)
             select (JoinStep)new JoinStep.Record(isLeft, key, at)),
        (3, Gen.Choose(-20, 45).Select(at => (JoinStep)new JoinStep.Watermark(at))),
        (1, Gen.Constant((JoinStep)new JoinStep.Restore())));

    private static readonly Arbitrary<JoinStep[]> Scripts = Step.ListOf().Select(steps => steps.ToArray()).ToArbitrary();

    [Theory]
    [InlineData(-5, 5, false)]
    [InlineData(-5, 5, true)]
    [InlineData(0, 8, false)]
    [InlineData(3, 9, false)]
    [InlineData(-9, -3, true)]
    [InlineData(2, 2, false)]
    [InlineData(3, 1, false)]
    [Trait("rule", "J1")]
    [Trait("rule", "J2")]
    [Trait("rule", "J3")]
    [Trait("rule", "J4")]
    public void Finds_the_pairs_that_a_join_finds_that_forgets_nothing(int lower, int upper, bool oneByOne) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Scripts, script => Compare(script, new IntervalBounds(lower, upper), oneByOne)));

    [Fact]
    [Trait("rule", "J4")]
    public void Forgets_keys_whose_records_meet_nothing_any_more()
    {
        var harness = new JoinHarness(new IntervalBounds(-5, 5));
        harness.Process(new Item("a", 1), 10, isLeft: true);
        harness.Process(new Item("b", 1), 20, isLeft: false);

        harness.Watermark(20);
        harness.Watermark(22);

        Assert.Equal(1, harness.KeyCount);

        harness.Watermark(100);
        harness.Watermark(101);

        Assert.Equal(0, harness.KeyCount);
    }

    [Fact]
    public void Tells_of_a_record_without_timestamp()
    {
        var harness = new JoinHarness(new IntervalBounds(-5, 5));

        var error = Assert.Throws<JobException>(() => harness.Process(new Item("a", 1), long.MinValue, isLeft: true));

        Assert.Contains("key 'a', came to the interval join 'join' (join)", error.Message, StringComparison.Ordinal);
        Assert.Contains("AssignTimestampsAndWatermarks", error.Message, StringComparison.Ordinal);
    }

    private static void Compare(JoinStep[] script, IntervalBounds bounds, bool oneByOne)
    {
        var model = new NaiveJoin(bounds);
        var harness = new JoinHarness(bounds, oneByOne);
        for (var i = 0; i < script.Length; i++)
        {
            model.Pairs.Clear();
            model.Late.Clear();
            harness.Output.Clear();
            Do(script[i], i, model, harness);

            Assert.Equal(model.Pairs.OrderBy(pair => $"{pair}"),
                harness.Output.Where(each => each.Value is Pair).Select(each => (Pair)each.Value!).OrderBy(pair => $"{pair}"));
            Assert.Equal(model.Late, harness.Output.Where(each => each.Tag is not null).Select(each => (Item)each.Value!));
        }
    }

    private static void Do(JoinStep step, int number, NaiveJoin model, JoinHarness harness)
    {
        switch (step)
        {
            case JoinStep.Record record:
                var item = new Item(record.Key, number);
                model.Process(item, record.TimestampMs, record.IsLeft);
                harness.Process(item, record.TimestampMs, record.IsLeft);
                break;
            case JoinStep.Watermark watermark:
                model.Watermark(watermark.TimestampMs);
                harness.Watermark(watermark.TimestampMs);
                break;
            case JoinStep.Restore:
                model.Restore();
                harness.Restore();
                break;
        }
    }
}
