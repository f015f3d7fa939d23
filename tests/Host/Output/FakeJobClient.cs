namespace Akka.Flink.Host.Tests.Output;

using Akka.Flink.Runtime;

/// <summary>A job that says what a test tells it to.</summary>
internal sealed class FakeJobClient : IJobClient
{
    private readonly TaskCompletionSource<JobOutcome> _completion = new();
    private Action<JobEvent>? _observer;

    public JobId JobId { get; } = new("job-1");

    public Task<JobOutcome> Completion => _completion.Task;

    public int Stops { get; private set; }

    public List<string> Savepoints { get; } = [];

    public int Cancels { get; private set; }

    public IDisposable Subscribe(Action<JobEvent> observer)
    {
        _observer = observer;
        return new Subscription(() => _observer = null);
    }

    public void Stop() => Stops++;

    public void TakeSavepoint(string directory) => Savepoints.Add(directory);

    public void StopWith(string? directory, bool drain)
    {
        Stops++;
        Savepoints.Add($"{directory}");
    }

    public void Cancel() => Cancels++;

    public void Say(JobEvent said) => _observer?.Invoke(said);

    public void End(JobOutcome outcome) => _completion.TrySetResult(outcome);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
