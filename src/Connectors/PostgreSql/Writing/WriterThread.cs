namespace Akka.Flink.Connectors.PostgreSql;

using System.Collections.Concurrent;

/// <summary>A thread that talks to the server, one thing after the other, so that the task's does not wait.</summary>
/// <remarks>After something has failed it does nothing more: everything behind fails with the same.
/// <para><b>Threads.</b> Whoever has the writer posts; an instance has one thread of its own.</para></remarks>
internal sealed class WriterThread : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<Action> _work = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Action _atEnd;
    private readonly Thread _thread;
    private readonly int _most;
    private volatile Exception? _failure;
    private TaskCompletionSource? _waiting;
    private int _pending;

    /// <summary>Starts it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="most">How many things may wait, of those that are posted.</param>
    /// <param name="atEnd">The last thing that it does.</param>
    public WriterThread(string name, int most, Action atEnd)
    {
        (_most, _atEnd) = (most, atEnd);
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Whether something may be posted. After a failure it may, so that whoever does is told.</summary>
    public bool HasRoom => Volatile.Read(ref _pending) < _most || _failure is not null;

    /// <summary>Set when it is to end.</summary>
    public CancellationToken Ending => _ending.Token;

    /// <summary>Says what has failed.</summary>
    public void ThrowIfFailed()
    {
        if (_failure is { } failure)
            throw failure;
    }

    /// <summary>Does something later.</summary>
    /// <param name="work">What.</param>
    public void Post(Action work)
    {
        Interlocked.Increment(ref _pending);
        _work.Add(() =>
        {
            try
            {
                Try(work);
            }
            finally
            {
                Interlocked.Decrement(ref _pending);
                Interlocked.Exchange(ref _waiting, null)?.TrySetResult();
            }
        });
    }

    /// <summary>Asks something, behind what was posted.</summary>
    /// <typeparam name="TAnswer">The answer's type.</typeparam>
    /// <param name="question">What.</param>
    public Task<TAnswer> AskAsync<TAnswer>(Func<TAnswer> question)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            Try(() => answer.TrySetResult(question()));
            if (_failure is { } failure)
                answer.TrySetException(failure);
        });
        return answer.Task;
    }

    /// <summary>Ends when something that was posted is done, or has failed.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref _waiting, waiting);
        if (HasRoom)
            waiting.TrySetResult();   // what was done in between has seen nobody waiting
        return waiting.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Ends it. What waits is not done; what is being done may end later, when the server answers.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _work.CompleteAdding();
        _thread.Join(Patience);
    }

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
        _atEnd();
    }

    private void Try(Action work)
    {
        if (_failure is not null)
            return;

        try
        {
            _ending.Token.ThrowIfCancellationRequested();
            work();
        }
#pragma warning disable CA1031 // whatever it is, whoever waits has to hear of it
        catch (Exception cause)
#pragma warning restore CA1031
        {
            _failure = cause;
        }
    }
}
