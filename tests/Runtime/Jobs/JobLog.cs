namespace Akka.Flink.Runtime.Tests.Jobs;

using System.Diagnostics;

/// <summary>What a client heard of its job.</summary>
internal sealed class JobLog
{
    private readonly List<JobEvent> _events = [];

    public JobLog(IJobClient client) => client.Subscribe(Add);

    public IReadOnlyList<JobEvent> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    public IEnumerable<T> Of<T>() => Events.OfType<T>();

    /// <summary>Waits until the log holds something.</summary>
    public async Task<T> Until<T>(Func<T, bool> isWanted)
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            if (Of<T>().FirstOrDefault(isWanted) is { } found)
                return found;

            Assert.True(deadline.Elapsed < RuntimeProcess.Patience, $"No {typeof(T).Name} came: {string.Join("; ", Events)}");
            await Task.Delay(5);
        }
    }

    private void Add(JobEvent happened)
    {
        lock (_events)
            _events.Add(happened);
    }
}
