namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Sources;

/// <content>A source in front of the chain.</content>
internal sealed partial class TaskActor
{
    private bool _hasReaderEnded;
    private CancellationTokenSource? _waiting;   // the reader waits for records; it is not asked for any meanwhile

    private bool Poll(ISourceOperator source)
    {
        if (_waiting is not null)
            return false;
        if (_hasReaderEnded)
        {
            CheckEnd();
            return false;
        }

        _chain.Activity.Current = _chain.Vertex.Nodes[0];
        var status = source.Poll(RecordBatch<byte>.Capacity);
        _isHeld = !_chain.Resume();
        if (status == PollStatus.EndOfInput)
            _hasReaderEnded = true;
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

    private void DrainSource()
    {
        if (_chain.Source is not { } source)
            return;

        source.Drain();
        _waiting?.Cancel();
    }

    private void GiveSplits(ISplitCommand command)
    {
        if (_chain.Source is not { } source)
            throw TaskErrors.UnknownSource(command.Uid, _state.Subtask);

        switch (command)
        {
            case AssignSplits assigned:
                source.AddSplits(assigned.Splits);
                break;
            case SourceEventToReader told:
                source.HandleSourceEvent(told.Data);
                break;
            case AlignWatermark align:
                source.SetMaxWatermark(align.MaxWatermarkMs);
                break;
            default:
                source.NoMoreSplits();
                break;
        }

        _waiting?.Cancel();   // the reader is asked again once it does not wait any more
    }
}
