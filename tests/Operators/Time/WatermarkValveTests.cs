namespace Akka.Flink.Operators.Tests.Time;

using FsCheck;
using FsCheck.Fluent;

public class WatermarkValveTests
{
    private static readonly Arbitrary<(int Channels, ValveStep[] Steps)> Scripts =
        (from channels in Gen.Choose(1, 5)
         from steps in StepOf(channels).ListOf(40)
         select (channels, steps.ToArray())).ToArbitrary();

    [Fact]
    [Trait("rule", "W5")]
    [Trait("rule", "W6")]
    [Trait("rule", "W7")]
    [Trait("rule", "W8")]
    [Trait("rule", "W9")]
    public void Lets_through_what_a_valve_does_that_looks_at_all_that_ever_came() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Scripts, script =>
        {
            var naive = new NaiveValve(script.Channels);
            var valve = new WatermarkValve(script.Channels);

            foreach (var step in script.Steps)
                Assert.Equal(naive.Take(step), Take(valve, step));
        }));

    [Fact]
    public void Only_rises_and_tells_a_status_only_when_it_changes() => Check.QuickThrowOnFailure(Prop.ForAll(Scripts, script =>
    {
        var valve = new WatermarkValve(script.Channels);

        var output = script.Steps.SelectMany(step => Take(valve, step)).ToList();

        var watermarks = output.Where(each => each is not ("idle" or "active")).Select(long.Parse).ToList();
        Assert.Equal(watermarks.Distinct().Order(), watermarks);
        Assert.All(output.Where(each => each is "idle" or "active").Index(), each => Assert.Equal(
            each.Index % 2 == 0 ? "idle" : "active", each.Item));
    }));

    [Fact]
    public void A_copy_goes_on_where_it_was_taken() => Check.QuickThrowOnFailure(Prop.ForAll(Scripts, script =>
    {
        var valve = new WatermarkValve(script.Channels);
        var copied = valve;

        foreach (var step in script.Steps)
        {
            copied = copied.Copy();
            Assert.Equal(Take(valve, step), Take(copied, step));
        }
    }));

    private static Gen<ValveStep> StepOf(int channels) =>
        from channel in Gen.Choose(0, channels - 1)
        from step in Gen.Frequency(
            (10, Gen.Choose(-5, 30).Select(at => (ValveStep)new ValveStep.Watermark(channel, at))),
            (1, Gen.Constant((ValveStep)new ValveStep.Watermark(channel, long.MaxValue))),   // its end
            (4, Gen.Constant((ValveStep)new ValveStep.Idle(channel))),
            (4, Gen.Constant((ValveStep)new ValveStep.Active(channel))))
        select step;

    private static List<string> Take(WatermarkValve valve, ValveStep step)
    {
        var output = new List<string>();
        if (step is ValveStep.Watermark watermark)
        {
            if (valve.TakeWatermark(step.Channel, watermark.Ms))
                output.Add($"{valve.WatermarkMs}");
            return output;
        }

        var isIdle = step is ValveStep.Idle;
        var change = valve.TakeStatus(step.Channel, isIdle);
        if (change.HasNewStatus && !isIdle)
            output.Add("active");
        if (change.HasRisen)
            output.Add($"{valve.WatermarkMs}");
        if (change.HasNewStatus && isIdle)
            output.Add("idle");
        return output;
    }
}
