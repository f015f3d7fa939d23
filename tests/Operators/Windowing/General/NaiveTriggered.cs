namespace Akka.Flink.Operators.Tests.Windowing.General;

using Akka.Flink.Windowing;

/// <summary>Windows with triggers and evictors as Flink's documents tell of them, one dictionary for all: what the general operator is
/// compared with.</summary>
internal sealed partial class NaiveTriggered<TWindow>(
    WindowAssigner<Item, TWindow> assigner, TriggerSpec trigger, EvictorSpec? evictor, long latenessMs)
    where TWindow : notnull, IWindow
{
    private readonly Dictionary<(string Key, TWindow Window), Slot> _slots = [];
    private readonly HashSet<(string Key, TWindow Window)> _sessions = [];   // where windows merge: those that are there
    private long _watermark = long.MinValue;
    private long _now;

    public List<WindowResult> Fired { get; } = [];

    public List<Item> Late { get; } = [];

    public void Process(Item item, long timestampMs)
    {
        var windows = new List<TWindow>();
        assigner.AssignWindows(item, assigner.IsEventTime ? timestampMs : _now, windows);
        var isInWindow = false;
        foreach (var window in windows)
            isInWindow |= Add(item, timestampMs, assigner.IsMerging ? MergedWith(item.Key, window) : window);
        if (!isInWindow && assigner.IsEventTime && timestampMs + latenessMs <= _watermark)
            Late.Add(item);
    }

    public void Watermark(long watermarkMs)
    {
        _watermark = watermarkMs;
        FireTimers(slot => slot.EventTimers, watermarkMs, isEventTime: true);
    }

    public void Clock(long nowMs)
    {
        _now = nowMs;
        FireTimers(slot => slot.ClockTimers, nowMs, isEventTime: false);
    }

    public void Restore() => _watermark = long.MinValue;

    private bool Add(Item item, long timestampMs, TWindow window)
    {
        if (assigner.IsEventTime && CleanupOf(window) <= _watermark)
            return false;

        _sessions.Add((item.Key, window));
        var slot = SlotOf(item.Key, window);
        slot.Elements.Add((item, timestampMs));
        Act(item.Key, window, slot, OnElement(trigger, slot, item, timestampMs, window.MaxTimestamp));
        if (CleanupOf(window) < long.MaxValue)
            (assigner.IsEventTime ? slot.EventTimers : slot.ClockTimers).Add(CleanupOf(window));
        return true;
    }

    private TWindow MergedWith(string key, TWindow window)
    {
        var touched = _sessions.Where(each => each.Key == key && assigner.TryMerge(each.Window, window, out _)).ToList();
        var merged = window;
        foreach (var (_, other) in touched)
            assigner.TryMerge(merged, other, out merged);
        if (touched.Count == 0 || (touched.Count == 1 && touched[0].Window.Equals(merged)))
            return merged;

        var into = SlotOf(key, merged);
        foreach (var id in touched.Where(each => !each.Window.Equals(merged)))
        {
            var slot = _slots[id];
            into.Elements.AddRange(slot.Elements);
            Merge(trigger, into, slot, merged.MaxTimestamp);
            slot.Elements.Clear();
            Clear(trigger, slot, id.Window.MaxTimestamp);
            (assigner.IsEventTime ? slot.EventTimers : slot.ClockTimers).Remove(CleanupOf(id.Window));
            _sessions.Remove(id);
        }

        _sessions.Add((key, merged));
        return merged;
    }

    private void FireTimers(Func<Slot, SortedSet<long>> timersOf, long untilMs, bool isEventTime)
    {
        while (true)
        {
            var due = _slots.Where(each => timersOf(each.Value) is { Count: > 0 } timers && timers.Min <= untilMs)
                .OrderBy(each => timersOf(each.Value).Min).Select(each => each.Key).FirstOrDefault();
            if (due.Key is null)
                return;

            var slot = _slots[due];
            var timeMs = timersOf(slot).Min;
            timersOf(slot).Remove(timeMs);
            if (!assigner.IsMerging || _sessions.Contains(due))
                OnTimer(due.Key, due.Window, slot, timeMs, isEventTime);
        }
    }

    private void OnTimer(string key, TWindow window, Slot slot, long timeMs, bool isEventTime)
    {
        Act(key, window, slot, OnTimer(trigger, slot, timeMs, window.MaxTimestamp, isEventTime));
        if (isEventTime != assigner.IsEventTime || timeMs != CleanupOf(window))
            return;

        slot.Elements.Clear();
        Clear(trigger, slot, window.MaxTimestamp);
        _sessions.Remove((key, window));
    }

    private void Act(string key, TWindow window, Slot slot, TriggerResult result)
    {
        if ((result & TriggerResult.Fire) != 0 && slot.Elements.Count > 0)
        {
            if (evictor is { IsAfter: false })
                slot.Elements = evictor.Keep(slot.Elements);
            var (start, end) = window is TimeWindow time ? (time.Start, time.End) : (0, 0);
            Fired.Add(new WindowResult(key, start, end, slot.Elements.Sum(each => each.Item.Value), slot.Elements.Count));
            if (evictor is { IsAfter: true })
                slot.Elements = evictor.Keep(slot.Elements);
        }

        if ((result & TriggerResult.Purge) != 0)
            slot.Elements.Clear();
    }

    private long CleanupOf(TWindow window)
    {
        var max = window.MaxTimestamp;
        return assigner.IsEventTime && max <= long.MaxValue - latenessMs ? max + latenessMs : max;
    }

    private Slot SlotOf(string key, TWindow window)
    {
        if (!_slots.TryGetValue((key, window), out var slot))
            _slots.Add((key, window), slot = new Slot());
        return slot;
    }

    private sealed class Slot
    {
        public List<(Item Item, long At)> Elements { get; set; } = [];

        public SortedSet<long> EventTimers { get; } = [];

        public SortedSet<long> ClockTimers { get; } = [];

        public long Count { get; set; }

        public long? NextEvent { get; set; }

        public long? NextClock { get; set; }

        public long? TimeoutAt { get; set; }

        public Item? Last { get; set; }
    }
}
