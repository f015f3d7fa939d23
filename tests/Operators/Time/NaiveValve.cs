namespace Akka.Flink.Operators.Tests.Time;

/// <summary>What several channels let through, by the words of the rules W5 to W9: what the valve is compared with. It keeps all that ever
/// came, and looks through all of it at each step.</summary>
internal sealed class NaiveValve(int channels)
{
    private readonly List<(ValveStep Step, long LetThrough)> _past = [];   // with what had been let through when it came

    private long _letThrough = long.MinValue;

    /// <summary>What goes on behind a step: watermarks, <c>idle</c>, <c>active</c>.</summary>
    public IReadOnlyList<string> Take(ValveStep step)
    {
        var wereIdle = AreAllIdle();
        var output = new List<string>();
        switch (step)
        {
            case ValveStep.Watermark watermark when !IsIdle(step.Channel) && watermark.Ms > WatermarkOf(step.Channel):
                _past.Add((step, _letThrough));
                Advance(SmallestThatCounts(), output);
                break;
            case ValveStep.Idle when !IsIdle(step.Channel):
                _past.Add((step, _letThrough));
                Advance(SmallestThatCounts(), output);
                if (AreAllIdle())
                    TurnIdle(step.Channel, output);
                break;
            case ValveStep.Active when IsIdle(step.Channel):
                _past.Add((step, _letThrough));
                if (wereIdle)
                    output.Add("active");
                Advance(SmallestThatCounts(), output);
                break;
        }

        return output;
    }

    // The channel that turned idle last held nothing back if it had not caught up itself.
    private void TurnIdle(int last, List<string> output)
    {
        if (WatermarkOf(last) == _letThrough)
            Advance(Enumerable.Range(0, channels).Max(WatermarkOf), output);
        output.Add("idle");
    }

    private void Advance(long? watermarkMs, List<string> output)
    {
        if (watermarkMs is not { } risen || risen <= _letThrough)
            return;

        _letThrough = risen;
        output.Add($"{risen}");
    }

    private long? SmallestThatCounts() =>
        Enumerable.Range(0, channels).Where(Counts).Select(WatermarkOf).Cast<long?>().Min();

    private long WatermarkOf(int channel) => Of(channel).Select(each => each.Step).OfType<ValveStep.Watermark>()
        .Select(watermark => watermark.Ms).Append(long.MinValue).Max();

    private bool IsIdle(int channel) => Of(channel).Select(each => each.Step).LastOrDefault(step => step is not ValveStep.Watermark)
        is ValveStep.Idle;

    private bool AreAllIdle() => Enumerable.Range(0, channels).All(IsIdle);

    // Active, and at some moment since it turned so at or above what had been let through by then.
    private bool Counts(int channel)
    {
        if (IsIdle(channel))
            return false;

        var own = Of(channel).ToList();
        var turned = own.FindLastIndex(each => each.Step is ValveStep.Active);
        if (turned < 0)
            return true;

        var before = own.Take(turned).Select(each => each.Step).OfType<ValveStep.Watermark>().Select(each => each.Ms);
        return before.Append(long.MinValue).Max() >= own[turned].LetThrough
            || own.Skip(turned).Any(each => each.Step is ValveStep.Watermark watermark && watermark.Ms >= each.LetThrough);
    }

    private IEnumerable<(ValveStep Step, long LetThrough)> Of(int channel) => _past.Where(each => each.Step.Channel == channel);
}
