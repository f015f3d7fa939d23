namespace Akka.Flink.Operators.Tests.Windowing;

using Akka.Flink.Windowing;

/// <summary>Windows as Flink's documents tell of them, each kept for itself: what operators are compared with.</summary>
public sealed class NaiveWindows(WindowAssigner<TimeWindow> assigner, long latenessMs)
{
    private readonly Dictionary<(string Key, TimeWindow Window), Content> _open = [];
    private long _watermark = long.MinValue;

    public List<WindowResult> Fired { get; } = [];

    public List<Item> Late { get; } = [];

    public void Process(Item item, long timestampMs)
    {
        var windows = new List<TimeWindow>();
        assigner.AssignWindows(timestampMs, windows);
        var isInWindow = false;
        foreach (var window in windows)
            isInWindow |= Add(item, assigner.IsMerging ? MergedWith(item.Key, window) : window);
        if (!isInWindow && timestampMs + latenessMs <= _watermark)
            Late.Add(item);
    }

    public void Watermark(long watermarkMs)
    {
        _watermark = watermarkMs;
        foreach (var ((key, window), content) in _open.Where(each => each.Value.IsPending).OrderBy(each => each.Key.Window.End).ToList())
        {
            if (window.MaxTimestamp > watermarkMs)
                continue;

            content.IsPending = false;
            Fire(key, window, content);
        }

        foreach (var id in _open.Keys.Where(each => each.Window.MaxTimestamp + latenessMs <= watermarkMs).ToList())
            _open.Remove(id);
    }

    public void Restore() => _watermark = long.MinValue;

    private bool Add(Item item, TimeWindow window)
    {
        if (window.MaxTimestamp + latenessMs <= _watermark)
            return false;

        if (!_open.TryGetValue((item.Key, window), out var content))
            _open.Add((item.Key, window), content = new Content());
        content.Sum += item.Value;
        content.Count++;
        if (window.MaxTimestamp <= _watermark)
            Fire(item.Key, window, content);
        else
            content.IsPending = true;
        return true;
    }

    private TimeWindow MergedWith(string key, TimeWindow window)
    {
        var touched = _open.Where(each => each.Key.Key == key && each.Key.Window.Touches(window)).ToList();
        var merged = touched.Aggregate(window, (all, each) => all.Cover(each.Key.Window));
        if (touched.Count == 0)
            return merged;

        foreach (var (id, _) in touched)
            _open.Remove(id);
        _open.Add((key, merged), new Content
        {
            Sum = touched.Sum(each => each.Value.Sum),
            Count = touched.Sum(each => each.Value.Count),
            IsPending = touched.Any(each => each.Value.IsPending),
        });
        return merged;
    }

    private void Fire(string key, TimeWindow window, Content content) =>
        Fired.Add(new WindowResult(key, window.Start, window.End, content.Sum, content.Count));

    private sealed class Content
    {
        public long Sum;
        public long Count;
        public bool IsPending;
    }
}
