namespace Akka.Flink.Operators.Tests.Windowing.General;

using Akka.Flink.Functions;
using Akka.Flink.State;
using Akka.Flink.Windowing;
using FsCheck;
using FsCheck.Fluent;

/// <summary>The general window operator with every trigger and evictor against one dictionary, with snapshots restored at another
/// parallelism, a watermark that falls back and a clock.</summary>
public class GeneralWindowPropertyTests
{
    private static readonly OutputTag<Item> Late = new("late");

    private static readonly Gen<WindowStep> Step = Gen.Frequency(
        (12, from records in (from key in Gen.Elements("a", "b", "c")
                              from value in Gen.Choose(1, 9)
                              from at in Gen.Choose(-30, 90)
                              select (new Item(key, value), (long)at)).NonEmptyListOf()
             select (WindowStep)new WindowStep.Records([.. records])),
        (6, Gen.Choose(-30, 100).Select(at => (WindowStep)new WindowStep.Watermark(at))),
        (5, Gen.Choose(0, 12).Select(by => (WindowStep)new WindowStep.Clock(by))),
        (2, Gen.Choose(1, 3).Select(parallelism => (WindowStep)new WindowStep.Restore(parallelism))),
        (2, Gen.Constant((WindowStep)new WindowStep.Snapshot())),
        (1, Gen.Constant((WindowStep)new WindowStep.Watermark(long.MaxValue))));

    private static readonly Arbitrary<WindowStep[]> Scripts = Step.ListOf().Select(steps => steps.ToArray()).ToArbitrary();

    private static readonly TriggerSpec Event = new("event");
    private static readonly TriggerSpec Clock = new("clock");

    private static readonly TriggerSpec[] Merging =
    [
        Event, Clock, new("count", 3), new("each event interval", 4), new("each clock interval", 5), new("never"),
        new("purging", 0, Event), new("purging", 0, new("count", 2)), new("purging", 0, new("each clock interval", 3)),
    ];

    private static readonly TriggerSpec[] Triggers =
    [
        .. Merging, new("delta", 3), new("purging", 0, new("delta", 2)), new("timeout", 6, new("count", 4)),
        new("timeout of the last", 6, Event), new("purging", 0, new("timeout", 5, new("purging", 0, new("count", 3)))),
    ];

    private static readonly EvictorSpec?[] Evictors =
        [null, new("count", 2, false), new("count", 1, true), new("time", 6, false), new("time", 9, true), new("delta", 3, false)];

    private static readonly EvictorSpec?[] AnyOrder = [null, new("time", 6, false), new("time", 9, true)];   // merged content has no order

    [Theory]
    [InlineData("tumbling")]
    [InlineData("sliding")]
    [InlineData("tumbling by clock")]
    [InlineData("sliding by clock")]
    [Trait("rule", "N11")]
    [Trait("rule", "N12")]
    [Trait("rule", "N15")]
    [Trait("rule", "N20")]
    [Trait("rule", "N23")]
    public void Aligned_windows_fire_and_evict_as_triggers_and_evictors_say(string assigner) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Choices(Triggers, Evictors), choice => Compare(AssignerOf(assigner), choice)));

    [Theory]
    [InlineData("session")]
    [InlineData("session by clock")]
    [InlineData("dynamic session")]
    [Trait("rule", "N12")]
    [Trait("rule", "N15")]
    [Trait("rule", "N18")]
    [Trait("rule", "N27")]
    public void Sessions_merge_what_triggers_and_evictors_have_of_them(string assigner) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Choices(Merging, AnyOrder), choice => Compare(AssignerOf(assigner), choice)));

    [Fact]
    [Trait("rule", "N14")]
    [Trait("rule", "N20")]
    public void Global_windows_fire_and_evict_as_triggers_and_evictors_say()
    {
        // The largest watermark ends a continuous trigger of event time, for which the model would need as long as the operator must not.
        TriggerSpec[] triggers = [.. Triggers.Where(each => each.Kind != "each event interval")];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(Choices(triggers, Evictors), choice =>
                Compare(new TimeOnlyAssigner<Item, GlobalWindow>(GlobalWindows.Create()), choice)));
    }

    private static Arbitrary<Choice> Choices(TriggerSpec[] triggers, EvictorSpec?[] evictors) =>
        (from trigger in Gen.Elements(triggers)
         from evictor in Gen.Elements(evictors)
         from latenessMs in Gen.Elements(0L, 0L, 7L)
         from function in Gen.Elements("aggregate", "aggregate-process", "process")
         from oneByOne in Gen.Elements(true, false)
         from script in Scripts.Generator
         select new Choice(trigger, evictor, latenessMs, function, oneByOne, script)).ToArbitrary();

    private static WindowAssigner<Item, TimeWindow> AssignerOf(string name)
    {
        if (name == "dynamic session")
            return DynamicEventTimeSessionWindows.WithDynamicGap<Item>(item => Ms(item.Value));

        return new TimeOnlyAssigner<Item, TimeWindow>(name switch
        {
            "tumbling" => TumblingEventTimeWindows.Of(Ms(10), Ms(3)),
            "sliding" => SlidingEventTimeWindows.Of(Ms(12), Ms(5)),
            "tumbling by clock" => TumblingProcessingTimeWindows.Of(Ms(10)),
            "sliding by clock" => SlidingProcessingTimeWindows.Of(Ms(12), Ms(5), Ms(-2)),
            "session" => EventTimeSessionWindows.WithGap(Ms(6)),
            _ => ProcessingTimeSessionWindows.WithGap(Ms(6)),
        });
    }

    private static TimeSpan Ms(long milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static void Compare<TWindow>(WindowAssigner<Item, TWindow> assigner, Choice choice)
        where TWindow : notnull, IWindow
    {
        var model = new NaiveTriggered<TWindow>(assigner, choice.Trigger, choice.Evictor, choice.LatenessMs);
        var setup = new WindowSetup<Item, TWindow>(assigner, new WindowOptions<Item>(choice.LatenessMs, Late))
        {
            Trigger = choice.Trigger.ToTrigger<TWindow>(),
            Evictor = choice.Evictor?.ToEvictor<TWindow>(),
        };
        var harness = new WindowHarness<Item, WindowResult>(
            (context, output) => (OneInputOperator<Item, WindowResult>)GeneralOperators.Create(choice.Function, setup, context, output),
            item => KeyCodecs.For<string>().Hash(item.Key), Late, choice.OneByOne);
        long nowMs = 0;
        foreach (var step in choice.Script)
        {
            model.Fired.Clear();
            model.Late.Clear();
            harness.Output.Clear();
            nowMs += step is WindowStep.Clock clock ? clock.ByMs : 0;
            Do(step, nowMs, model, harness);

            Assert.Equal(Sorted(model.Fired), Sorted(harness.Output.Select(each => each.Value).OfType<WindowResult>()));
            Assert.Equal(model.Late.OrderBy(item => $"{item}"),
                harness.Output.Where(each => each.Tag is not null).Select(each => (Item)each.Value!).OrderBy(item => $"{item}"));
        }
    }

    private static void Do<TWindow>(
        WindowStep step, long nowMs, NaiveTriggered<TWindow> model, WindowHarness<Item, WindowResult> harness)
        where TWindow : notnull, IWindow
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
            case WindowStep.Clock:
                model.Clock(nowMs);
                harness.Clock(nowMs);
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

    private static IEnumerable<string> Sorted(IEnumerable<WindowResult> results) =>
        results.Select(each => $"{each}").Order(StringComparer.Ordinal);

    private sealed record Choice(
        TriggerSpec Trigger, EvictorSpec? Evictor, long LatenessMs, string Function, bool OneByOne, WindowStep[] Script)
    {
        public override string ToString() =>
            $"{Trigger}; {Evictor}; lateness {LatenessMs}; {Function}; {OneByOne}: {string.Join(" | ", Script.Select(step => $"{step}"))}";
    }
}
