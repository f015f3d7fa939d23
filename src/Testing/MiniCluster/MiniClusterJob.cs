namespace Akka.Flink.Testing;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>A job on a <see cref="MiniCluster"/>.</summary>
/// <remarks>The methods that wait fail when the job ends first, or when <see cref="MiniClusterOptions.Patience"/> is over.
/// <para><b>Threads.</b> Any.</para>
/// <para><b>Flink.</b> <c>JobClient</c>.</para></remarks>
public sealed class MiniClusterJob
{
    private readonly JobGraph _graph;
    private readonly IJobClient _client;
    private readonly MiniNode _node;
    private readonly TimeSpan _patience;
    private readonly JobHistory _history = new();
    private readonly TaskCompletionSource<JobExecutionResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal MiniClusterJob(JobGraph graph, IJobClient client, MiniNode node, TimeSpan patience)
    {
        (_graph, _client, _node, _patience) = (graph, client, node, patience);
        client.Subscribe(_history.Add);
        _ = EndAsync();
    }

    /// <summary>The number of the attempt that runs, or of the last one: from 1, and on from there when a job resumes.</summary>
    public int Attempt => _history.Attempt;

    /// <summary>How many checkpoints have completed since the job was submitted.</summary>
    public int Checkpoints => _history.Checkpoints;

    /// <summary>How many checkpoints have failed since the job was submitted.</summary>
    public int FailedCheckpoints => _history.FailedCheckpoints;

    /// <summary>Where the readers of sources began in the current attempt, in words; empty where it started afresh.</summary>
    public IReadOnlyList<string> Positions => _history.Positions;

    /// <summary>Ends with the job: well if it has finished, with a <see cref="JobException"/> if it failed, as canceled if it was stopped,
    /// canceled or lost.</summary>
    public Task<JobExecutionResult> Completion => _completion.Task;

    /// <summary>Waits until more checkpoints have completed than have now.</summary>
    /// <param name="more">How many; at least 1. The first may have begun before this call, the second has not.</param>
    /// <returns>Ends when they have.</returns>
    /// <exception cref="InvalidOperationException">The job ended before, or time was up.</exception>
    public Task WaitForCheckpointsAsync(int more = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(more, 1);
        var target = Checkpoints + more;
        return WaitAsync(history => history.Checkpoints >= target, $"{more} more completed checkpoints");
    }

    /// <summary>Waits until more checkpoints have failed than have now.</summary>
    /// <param name="more">How many; at least 1.</param>
    /// <returns>Ends when they have.</returns>
    /// <exception cref="InvalidOperationException">The job ended before, or time was up.</exception>
    public Task WaitForFailedCheckpointsAsync(int more = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(more, 1);
        var target = FailedCheckpoints + more;
        return WaitAsync(history => history.FailedCheckpoints >= target, $"{more} more failed checkpoints");
    }

    /// <summary>Waits until an attempt runs.</summary>
    /// <param name="attempt">Its number, or that of an earlier one.</param>
    /// <returns>Ends when its tasks process records.</returns>
    /// <exception cref="InvalidOperationException">The job ended before, or time was up.</exception>
    public Task WaitForAttemptAsync(int attempt) =>
        WaitAsync(history => history.IsRunning && history.Attempt >= attempt, $"attempt {attempt}");

    /// <summary>Waits until something is so that the test can see, such as what has come to a sink.</summary>
    /// <param name="condition">What is to be so; asked again and again.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <returns>Ends when it is.</returns>
    /// <exception cref="InvalidOperationException">The job ended before, or time was up.</exception>
    public Task WaitUntilAsync(Func<bool> condition, string what = "the condition")
    {
        ArgumentNullException.ThrowIfNull(condition);
        return WaitAsync(_ => condition(), what);
    }

    /// <summary>Kills the task of an operator, from one moment to the next: its attempt fails, and the restart strategy decides.</summary>
    /// <param name="uid">The operator's uid.</param>
    /// <param name="subtask">Which of its subtasks, from 0.</param>
    /// <returns>Ends when the job has noticed.</returns>
    /// <exception cref="ArgumentException">There is no such operator or subtask.</exception>
    /// <exception cref="InvalidOperationException">The job does not run, ended before, or time was up.</exception>
    public async Task KillTaskAsync(string uid, int subtask = 0)
    {
        ArgumentNullException.ThrowIfNull(uid);
        var vertex = VertexOf(uid);
        ArgumentOutOfRangeException.ThrowIfNegative(subtask);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(subtask, vertex.Parallelism);

        await WaitAsync(history => history.IsRunning, "a running attempt").ConfigureAwait(false);
        var attempt = new AttemptId(_client.JobId, Attempt);
        var task = await _node.FindTaskAsync(attempt, new SubtaskId(vertex.Id, subtask), _patience).ConfigureAwait(false)
            ?? throw TestingErrors.TaskIsGone(uid, subtask, attempt.Number);
        var failures = _history.Failures;
        task.Tell(Kill.Instance);
        await WaitAsync(
            history => history.Failures > failures, "the job to notice that its task was killed", mayEnd: true).ConfigureAwait(false);
    }

    /// <summary>Stops the job with a last checkpoint; submitted again it goes on from there.</summary>
    /// <returns>Ends when the job has.</returns>
    /// <exception cref="InvalidOperationException">Time was up.</exception>
    public Task StopAsync()
    {
        _client.Stop();
        return WaitForEndAsync();
    }

    /// <summary>Ends the job without a checkpoint; submitted again it goes on from its last one.</summary>
    /// <returns>Ends when the job has.</returns>
    /// <exception cref="InvalidOperationException">Time was up.</exception>
    public Task CancelAsync()
    {
        BeginCancel();
        return WaitForEndAsync();
    }

    internal void BeginCancel() => _client.Cancel();

    /// <summary>The cluster has ended, and the job with it.</summary>
    internal void Lose() => _completion.TrySetCanceled();

    private JobVertex VertexOf(string uid) => _graph.Vertices.FirstOrDefault(vertex => vertex.Uids.Contains(uid))
        ?? throw TestingErrors.NoSuchOperator(uid, NearestName.Of(uid, _graph.Vertices.SelectMany(vertex => vertex.Uids)), nameof(uid));

    private Task WaitForEndAsync() => WaitAsync(_ => Completion.IsCompleted, "its end", mayEnd: true);

    private async Task WaitAsync(Func<JobHistory, bool> isReached, string what, bool mayEnd = false)
    {
        using var ended = new CancellationTokenSource(_patience);
        while (!isReached(_history))
        {
            if (Completion.IsCompleted)
            {
                if (mayEnd || isReached(_history))
                    return;
                throw TestingErrors.EndedBefore(_graph.Name, what, _history.LastFailure);
            }

            if (ended.IsCancellationRequested)
                throw TestingErrors.WaitedInVain(_graph.Name, what, _patience, _history.LastFailure);
            await _history.ChangeAsync().ConfigureAwait(false);
        }
    }

    private async Task EndAsync()
    {
        var outcome = await _client.Completion.ConfigureAwait(false);
        if (outcome.Status == JobStatus.Finished)
            _completion.TrySetResult(new JobExecutionResult(_graph.Name, outcome.Duration));
        else if (outcome is { Status: JobStatus.Failed, Failure: { } failure })
            _completion.TrySetException(new JobException(failure.Domain, failure.Message, failure.Exception));
        else
            _completion.TrySetCanceled();
    }
}
