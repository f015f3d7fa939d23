namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>What a fetching thread and its task hand each other: blocks, new partitions, offsets to commit, the end.</summary>
/// <remarks>Two blocks go round: while the task empties one the thread fills the other, and then waits.
/// <para><b>Threads.</b> Each method says whose it is.</para></remarks>
internal sealed class BlockExchange
{
    private readonly object _gate = new();
    private readonly Stack<FetchedBlock> _free = new([new FetchedBlock(), new FetchedBlock()]);
    private readonly Dictionary<TopicPartition, TopicPartitionOffset> _toCommit = [];
    private List<AssignedPartition> _toAssign = [];
    private Dictionary<AssignedPartition, bool> _toPause = [];
    private FetchedBlock? _ready;
    private Exception? _failure;
    private TaskCompletionSource? _waiting;
    private bool _hasNews;
    private bool _isClosing;

    /// <summary>Whether the task has closed its end.</summary>
    public bool IsClosing
    {
        get
        {
            lock (_gate)
                return _isClosing;
        }
    }

    /// <summary>Takes the block that is ready. The task's.</summary>
    /// <returns>The block; null when there is none.</returns>
    /// <exception cref="Exception">The thread failed.</exception>
    public FetchedBlock? TakeReady()
    {
        lock (_gate)
        {
            if (_failure is { } failure)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
            var block = _ready;
            _ready = null;
            _hasNews = false;
            if (block is not null)
                Monitor.Pulse(_gate);
            return block;
        }
    }

    /// <summary>Gives back a block that was read. The task's.</summary>
    /// <param name="block">The block.</param>
    public void Return(FetchedBlock block)
    {
        block.Clear();
        lock (_gate)
        {
            _free.Push(block);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Waits until there is something to take. The task's.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_ready is not null || _failure is not null || _hasNews)
                return Task.CompletedTask;

            _waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Has the task look again. Anybody's.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _hasNews = true;
            EndWait();
        }
    }

    /// <summary>Hands the thread a partition. The task's.</summary>
    /// <param name="partition">The partition.</param>
    public void Assign(AssignedPartition partition)
    {
        lock (_gate)
        {
            _toAssign.Add(partition);
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Has the thread stop or go on fetching a partition; the last word counts. The task's.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="isPaused">Whether it is to stop.</param>
    public void SetPaused(AssignedPartition partition, bool isPaused)
    {
        lock (_gate)
        {
            _toPause[partition] = isPaused;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Has the thread commit offsets; later ones of a partition replace those it has not come to. The task's.</summary>
    /// <param name="offsets">The offsets.</param>
    public void Commit(IReadOnlyList<TopicPartitionOffset> offsets)
    {
        lock (_gate)
        {
            foreach (var offset in offsets)
                _toCommit[offset.TopicPartition] = offset;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Ends the thread. The task's.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosing = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes a block to fill. The thread's.</summary>
    /// <returns>The block; null when there is none.</returns>
    public FetchedBlock? TryTakeFree()
    {
        lock (_gate)
            return _free.TryPop(out var block) ? block : null;
    }

    /// <summary>Hands a block on, if the last one is taken. The thread's.</summary>
    /// <param name="block">The block.</param>
    /// <returns>Whether it was handed on.</returns>
    public bool TryHandOn(FetchedBlock block)
    {
        lock (_gate)
        {
            if (_ready is not null)
                return false;

            _ready = block;
            EndWait();
            return true;
        }
    }

    /// <summary>Waits until there is room for a block, or work. The thread's.</summary>
    /// <param name="needsFree">Whether it waits for a free block; else for the last one to be taken.</param>
    public void WaitForRoom(bool needsFree)
    {
        lock (_gate)
        {
            while (!HasWork && (needsFree ? _free.Count == 0 : _ready is not null))
                Monitor.Wait(_gate);
        }
    }

    /// <summary>Waits until there is work. The thread's.</summary>
    public void WaitForWork()
    {
        lock (_gate)
        {
            while (!HasWork)
                Monitor.Wait(_gate);
        }
    }

    /// <summary>Takes the partitions that were handed over. The thread's.</summary>
    /// <returns>The partitions; null when there are none.</returns>
    public List<AssignedPartition>? TakeAssigned()
    {
        lock (_gate)
        {
            if (_toAssign.Count == 0)
                return null;

            var taken = _toAssign;
            _toAssign = [];
            return taken;
        }
    }

    /// <summary>Takes the partitions that are to stop or to go on. The thread's.</summary>
    /// <returns>The partitions, each with whether it is to stop; null when there are none.</returns>
    public Dictionary<AssignedPartition, bool>? TakePaused()
    {
        lock (_gate)
        {
            if (_toPause.Count == 0)
                return null;

            var taken = _toPause;
            _toPause = [];
            return taken;
        }
    }

    /// <summary>Takes the offsets that are to be committed. The thread's.</summary>
    /// <returns>The offsets; null when there are none.</returns>
    public List<TopicPartitionOffset>? TakeCommits()
    {
        lock (_gate)
        {
            if (_toCommit.Count == 0)
                return null;

            List<TopicPartitionOffset> taken = [.. _toCommit.Values];
            _toCommit.Clear();
            return taken;
        }
    }

    /// <summary>Ends in failure: the task hears of it when it next takes a block. The thread's.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            _failure = failure;
            EndWait();
        }
    }

    private bool HasWork => _isClosing || _toAssign.Count > 0 || _toPause.Count > 0 || _toCommit.Count > 0;

    private void EndWait()
    {
        _waiting?.TrySetResult();
        _waiting = null;
    }
}
