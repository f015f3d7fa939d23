namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Functions;
using Akka.Flink.Operators.Tests.Windowing;
using Akka.Flink.State;
using Akka.Flink.Windowing;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Joins and co-groups by windows.</summary>
public class WindowJoinTests
{
    private static readonly SynchronousDriverOptions Reuse = new() { ObjectReuse = true };

    private static readonly Gen<JoinStep> Step = Gen.Frequency(
        (12, from isLeft in Gen.Elements(true, false)
             from key in Gen.Elements("a", "b", "c")
             from at in Gen.Choose(-20, 60)
             select (JoinStep)new JoinStep.Record(isLeft, key, at)),
        (3, Gen.Choose(-20, 70).Select(at => (JoinStep)new JoinStep.Watermark(at))),
        (1, Gen.Constant((JoinStep)new JoinStep.Restore())));

    private static readonly Arbitrary<JoinStep[]> Scripts = Step.ListOf().Select(steps => steps.ToArray()).ToArbitrary();

    [Fact]
    [Trait("rule", "N22")]
    public void A_join_has_each_pair_of_a_window_and_a_co_group_each_window()
    {
        var windows = TumblingEventTimeWindows.Of(TimeSpan.FromMilliseconds(10));
        var join = new Script<Item, string>(
            (first, second) => first.Join(second).Where(item => item.Key).EqualTo(item => item.Key).Window(windows)
                .Apply((left, right) => $"{left.Key}{left.Value}{right.Value}"),
            Reuse,
            parallelism: 2);
        var coGroup = new Script<Item, string>(
            (first, second) => first.CoGroup(second).Where(item => item.Key).EqualTo(item => item.Key).Window(windows)
                .Apply<string>((lefts, rights, output) => output.Collect($"{Values(lefts)}|{Values(rights)}")),
            Reuse,
            parallelism: 2);

        foreach (var script in (Script<Item, string>[])[join, coGroup])
        {
            script.Record(new Item("a", 1), 1).Record(new Item("a", 2), 2).Record(new Item("a", 3), 13);
            script.Record(new Item("a", 7), 9, side: 2).Record(new Item("a", 8), 4, side: 2).Record(new Item("b", 9), 4, side: 2);
            script.Watermark(100).Watermark(100, side: 2);
        }

        Assert.Equal(["a17@9", "a18@9", "a27@9", "a28@9"], join.Output.Where(each => !each.StartsWith('W')));
        Assert.Equal(
            ["1 2|7 8@9", "3|@19", "|9@9"], coGroup.Output.Where(each => !each.StartsWith('W')).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("rule", "N22")]
    public void Functions_of_their_own_class_are_opened_and_closed_in_each_subtask()
    {
        var log = new List<string>();
        var script = new Script<Item, string>(
            (first, second) => first.Join(second).Where(item => item.Key).EqualTo(item => item.Key)
                .Window(TumblingProcessingTimeWindows.Of(TimeSpan.FromMilliseconds(10)))
                .Apply(new LoggingJoin(log)),
            Reuse);
        script.Record(new Item("a", 1), 1).Record(new Item("a", 2), 2, side: 2).ProcessingTime(9);
        foreach (var each in script.Operators)
            each.Close();

        Assert.Equal(["1 and 2@9"], script.Output);
        Assert.Equal(["open", "close"], log);
    }

    [Theory]
    [InlineData(10, 10, 0)]
    [InlineData(12, 5, 0)]
    [InlineData(10, 10, 15)]
    [Trait("rule", "N22")]
    public void Finds_the_pairs_of_windows_kept_each_for_itself(int size, int slide, int latenessMs) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Scripts, script => Compare(script, size, slide, latenessMs)));

    private static void Compare(JoinStep[] steps, int size, int slide, int latenessMs)
    {
        var windows = SlidingEventTimeWindows.Of(TimeSpan.FromMilliseconds(size), TimeSpan.FromMilliseconds(slide));
        var script = new Script<Item, string>(
            (first, second) => first.Join(second).Where(item => item.Key).EqualTo(item => item.Key).Window(windows)
                .AllowedLateness(TimeSpan.FromMilliseconds(latenessMs))
                .Apply((left, right) => $"{left.Key}{left.Value}/{right.Value}"),
            Reuse,
            parallelism: 2);
        var model = new NaiveWindowJoin(windows, latenessMs);
        var number = 0;
        foreach (var step in steps)
        {
            switch (step)
            {
                case JoinStep.Record record:
                    number++;
                    model.Process(new Item(record.Key, number), record.TimestampMs, record.IsLeft);
                    script.Record(new Item(record.Key, number), record.TimestampMs, record.IsLeft ? 1 : 2);
                    break;
                case JoinStep.Watermark watermark:
                    model.Watermark(watermark.TimestampMs);
                    script.Watermark(watermark.TimestampMs).Watermark(watermark.TimestampMs, side: 2);
                    break;
                default:
                    model.Restore();
                    script.SnapshotRestore(number % 3 + 2);
                    break;
            }

            Assert.Equal(
                model.Take().Order(StringComparer.Ordinal),
                script.Take().Where(each => !each.StartsWith('W')).Order(StringComparer.Ordinal));
        }
    }

    private static string Values(IEnumerable<Item> items) => string.Join(' ', items.Select(item => item.Value));

    private sealed class LoggingJoin(List<string> log) : RichFunction, IJoinFunction<Item, Item, string>
    {
        public override void Open(OpenContext context) => log.Add("open");

        public string Join(Item first, Item second) => $"{first.Value} and {second.Value}";

        public override void Close() => log.Add("close");
    }
}
