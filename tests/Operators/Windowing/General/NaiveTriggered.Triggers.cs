namespace Akka.Flink.Operators.Tests.Windowing.General;

using Akka.Flink.Windowing;

/// <content>Triggers.</content>
internal sealed partial class NaiveTriggered<TWindow>
{
    private TriggerResult OnElement(TriggerSpec spec, Slot slot, Item item, long timestampMs, long max)
    {
        switch (spec.Kind)
        {
            case "event" or "each event interval" when max <= _watermark:
                return TriggerResult.Fire;
            case "event":
                slot.EventTimers.Add(max);
                return TriggerResult.Continue;
            case "clock":
                slot.ClockTimers.Add(max);
                return TriggerResult.Continue;
            case "count":
                if (++slot.Count < spec.Number)
                    return TriggerResult.Continue;
                slot.Count = 0;
                return TriggerResult.Fire;
            case "each event interval":
                slot.EventTimers.Add(max);
                if (slot.NextEvent is null)
                    SetNextEvent(slot, timestampMs - (timestampMs % spec.Number) + spec.Number, max);
                return TriggerResult.Continue;
            case "each clock interval":
                if (slot.NextClock is null)
                    SetNextClock(slot, _now - (_now % spec.Number) + spec.Number, max);
                return TriggerResult.Continue;
            case "delta":
                return OnElementOfDelta(spec, slot, item);
            case "purging":
                return Purging(OnElement(spec.Inner!, slot, item, timestampMs, max));
            case "timeout" or "timeout of the last":
                return OnElementOfTimeout(spec, slot, max, OnElement(spec.Inner!, slot, item, timestampMs, max));
            default:
                return TriggerResult.Continue;
        }
    }

    private static TriggerResult OnElementOfDelta(TriggerSpec spec, Slot slot, Item item)
    {
        var fires = slot.Last is { } last && Math.Abs(item.Value - last.Value) > spec.Number;
        if (fires || slot.Last is null)
            slot.Last = item;
        return fires ? TriggerResult.Fire : TriggerResult.Continue;
    }

    private TriggerResult OnElementOfTimeout(TriggerSpec spec, Slot slot, long max, TriggerResult inner)
    {
        if ((inner & TriggerResult.Fire) != 0)
        {
            Clear(spec, slot, max);
            return inner;
        }

        if (slot.TimeoutAt is { } at && spec.Kind == "timeout of the last")
        {
            slot.ClockTimers.Remove(at);
            slot.TimeoutAt = null;
        }

        if (slot.TimeoutAt is null)
        {
            slot.TimeoutAt = _now + spec.Number;
            slot.ClockTimers.Add(_now + spec.Number);
        }

        return inner;
    }

    private TriggerResult OnTimer(TriggerSpec spec, Slot slot, long timeMs, long max, bool isEventTime)
    {
        switch (spec.Kind, isEventTime)
        {
            case ("event" or "each event interval", true) when timeMs == max:
                return TriggerResult.Fire;
            case ("each event interval", true) when slot.NextEvent == timeMs:
                SetNextEvent(slot, timeMs + spec.Number, max);
                return TriggerResult.Fire;
            case ("clock", false):
                return TriggerResult.Fire;
            case ("each clock interval", false) when timeMs == max:
                return TriggerResult.Fire;
            case ("each clock interval", false) when slot.NextClock == timeMs:
                SetNextClock(slot, timeMs + spec.Number, max);
                return TriggerResult.Fire;
            case ("purging", _):
                return Purging(OnTimer(spec.Inner!, slot, timeMs, max, isEventTime));
            case ("timeout" or "timeout of the last", _):
                var inner = OnTimer(spec.Inner!, slot, timeMs, max, isEventTime);
                if (spec.Kind == "timeout")
                    Clear(spec, slot, max);
                return inner | TriggerResult.Fire;
            default:
                return TriggerResult.Continue;
        }
    }

    private void Merge(TriggerSpec spec, Slot into, Slot from, long max)
    {
        switch (spec.Kind)
        {
            case "event" when max > _watermark:
                into.EventTimers.Add(max);
                break;
            case "clock" when max > _now:
                into.ClockTimers.Add(max);
                break;
            case "count":
                into.Count += from.Count;
                break;
            case "each event interval" when from.NextEvent is { } next:
                SetNextEvent(into, Math.Min(next, into.NextEvent ?? next), max);
                break;
            case "each clock interval" when from.NextClock is { } next:
                SetNextClock(into, Math.Min(next, into.NextClock ?? next), max);
                break;
            case "purging":
                Merge(spec.Inner!, into, from, max);
                break;
        }
    }

    private static void Clear(TriggerSpec spec, Slot slot, long max)
    {
        switch (spec.Kind)
        {
            case "event":
                slot.EventTimers.Remove(max);
                break;
            case "clock":
                slot.ClockTimers.Remove(max);
                break;
            case "count":
                slot.Count = 0;
                break;
            case "each event interval" when slot.NextEvent is { } next:
                slot.EventTimers.Remove(next);
                slot.NextEvent = null;
                break;
            case "each clock interval" when slot.NextClock is { } next:
                slot.ClockTimers.Remove(next);
                slot.NextClock = null;
                break;
            case "delta":
                slot.Last = null;
                break;
            case "timeout" or "timeout of the last" when slot.TimeoutAt is { } at:
                slot.ClockTimers.Remove(at);
                slot.TimeoutAt = null;
                break;
        }

        if (spec.Inner is not null)
            Clear(spec.Inner, slot, max);
    }

    private static void SetNextEvent(Slot slot, long nextMs, long max)
    {
        slot.NextEvent = Math.Min(nextMs, max);
        slot.EventTimers.Add(slot.NextEvent.Value);
    }

    private static void SetNextClock(Slot slot, long nextMs, long max)
    {
        slot.NextClock = Math.Min(nextMs, max);
        slot.ClockTimers.Add(slot.NextClock.Value);
    }

    private static TriggerResult Purging(TriggerResult result) =>
        (result & TriggerResult.Fire) != 0 ? TriggerResult.FireAndPurge : result;
}
