namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Sources;

/// <content>A source in front of the chain.</content>
internal sealed partial class TaskActor
{
    private readonly Queue<ITaskMessage> _laterSplits = new();
    private CancellationTokenSource? _waiting;   // the reader waits for records; it is not asked for any meanwhile

    private bool Poll(ISourceOperator source)
    {
        if (_waiting is not null)
            return false;
        if (_hasEnded)
        {
            CheckEnd();
            return false;
        }

        _chain.Activity.Current = _chain.Vertex.Nodes[0];
        var status = source.Poll(RecordBatch<byte>.Capacity);
        _isHeld = !_chain.Resume();
        if (status == PollStatus.EndOfInput)
            _hasEnded = true;
        else if (status == PollStatus.NothingAvailable && !_isHeld)
            Wait(source);
        return _waiting is null;
    }

    private void Wait(ISourceOperator source)
    {
        _waiting = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token);
        source.WaitAsync(_waiting.Token).PipeTo(
            _self, success: () => new SourceReady(null), failure: cause => new SourceReady(cause));
    }

    private void TakeSourceReady(SourceReady ready)
    {
        _waiting?.Dispose();
        _waiting = null;
        if (ready.Failure is { } failure and not OperationCanceledException)
            throw failure as FlinkException ?? OperatorErrors.SourceFailed(_chain.Head.Context, failure);

        Schedule();
    }

    // What the enumerator assigns behind a trigger belongs to the next checkpoint: its state does not have it any more.
    private void TakeSplits(ITaskMessage command)
    {
        if (_snapshots.IsBarrierDue)
            _laterSplits.Enqueue(command);
        else
            Give(command);
    }

    private void Give(ITaskMessage command)
    {
        if (_chain.Source is not { } source)
            throw TaskErrors.UnknownSource(UidOf(command), _subtask);

        switch (command)
        {
            case AssignSplits assigned:
                source.AddSplits(assigned.Splits);
                break;
            case SourceEventToReader told:
                source.HandleSourceEvent(told.Data);
                break;
            default:
                source.NoMoreSplits();
                break;
        }

        _waiting?.Cancel();   // the reader is asked again once it does not wait any more
        Schedule();
    }

    private static string UidOf(ITaskMessage command) => command switch
    {
        AssignSplits assigned => assigned.Uid,
        SourceEventToReader told => told.Uid,
        _ => ((NoMoreSplits)command).Uid,
    };

    private void TakeAlignment(AlignWatermark align)
    {
        if (_phase != TaskPhase.Running || _chain.Source is not { } source)
            return;

        source.SetMaxWatermark(align.MaxWatermarkMs);
        _waiting?.Cancel();   // it is asked again once it does not wait any more
        Schedule();
    }

    private void AfterSnapshot()
    {
        while (!_snapshots.IsBarrierDue && _laterSplits.TryDequeue(out var command))
            Give(command);
    }
}
