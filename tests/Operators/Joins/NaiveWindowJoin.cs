namespace Akka.Flink.Operators.Tests.Joins;

using Akka.Flink.Operators.Tests.Windowing;
using Akka.Flink.Windowing;

/// <summary>A join by windows as its rules tell of it: what the engine's is compared with.</summary>
internal sealed class NaiveWindowJoin(WindowAssigner<TimeWindow> assigner, long latenessMs)
{
    private readonly Dictionary<(string Key, TimeWindow Window), Content> _open = [];
    private readonly List<string> _pairs = [];
    private long _watermark = long.MinValue;

    public void Process(Item item, long timestampMs, bool isFirst)
    {
        var windows = new List<TimeWindow>();
        assigner.AssignWindows(timestampMs, windows);
        foreach (var window in windows.Where(each => each.MaxTimestamp + latenessMs > _watermark))
        {
            if (!_open.TryGetValue((item.Key, window), out var content))
                _open.Add((item.Key, window), content = new Content());
            (isFirst ? content.First : content.Second).Add(item);
            content.IsPending = window.MaxTimestamp > _watermark;
            if (!content.IsPending)
                Fire(window, content);
        }
    }

    public void Watermark(long watermarkMs)
    {
        // Channels never let a smaller one through.
        _watermark = Math.Max(_watermark, watermarkMs);
        foreach (var ((_, window), content) in _open.Where(each => each.Value.IsPending && each.Key.Window.MaxTimestamp <= _watermark))
        {
            content.IsPending = false;
            Fire(window, content);
        }

        foreach (var id in _open.Keys.Where(each => each.Window.MaxTimestamp + latenessMs <= _watermark).ToList())
            _open.Remove(id);
    }

    public void Restore() => _watermark = long.MinValue;

    public List<string> Take()
    {
        var taken = _pairs.ToList();
        _pairs.Clear();
        return taken;
    }

    private void Fire(TimeWindow window, Content content)
    {
        foreach (var first in content.First)
            _pairs.AddRange(content.Second.Select(second => $"{first.Key}{first.Value}/{second.Value}@{window.MaxTimestamp}"));
    }

    private sealed class Content
    {
        public List<Item> First { get; } = [];

        public List<Item> Second { get; } = [];

        public bool IsPending { get; set; }
    }
}
