namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;

/// <content>How a task ends: by itself, by order, by failure, or because nobody is there any more.</content>
internal sealed partial class TaskActor
{
    private long _leaseRenewedAt;

    private void CheckEnd()
    {
        if (_hasReportedEnd || _isHeld || _current is not null)
            return;

        if (_chain.Source is null)
            _hasEnded = Array.TrueForAll(_chain.Receivers, channel => channel.HasEnded);
        if (!_hasEnded)
            return;

        _hasReportedEnd = true;
        _chain.Flush();
        Report(new TaskEnded(_attempt, _subtask));
    }

    private void Commit(long number)
    {
        // What was prepared at the end of the input has no checkpoint's number: the final one commits it.
        NotifyComplete(number == _snapshots.FinalNumber ? long.MaxValue : number);
        Report(new CheckpointCommitted(_attempt, number, _subtask));
    }

    private void NotifyComplete(long number)
    {
        foreach (var (node, made) in _chain.Operators)
        {
            _chain.Activity.Current = node;
            made.NotifyCheckpointComplete(number);
        }

        _chain.Activity.Current = null;
    }

    private void Finish(bool commits)
    {
        if (commits)
            NotifyComplete(long.MaxValue);
        Stop();
    }

    private void Fail(Exception cause)
    {
        var at = _chain?.Activity.Current is { } node ? $"'{node.Name}' ({node.Uid})" : null;
        var known = cause as FlinkException ?? TaskErrors.Unexpected(Name, at, cause);
        _log.Warning("Task [{0}] of attempt [{1}] failed: [{2}]", Name, _attempt, known.Message);
        Report(new TaskFailed(
            _attempt, _subtask,
            new TaskFailure(known.Domain, known.Domain != ErrorDomain.Definition, known.Message, known.ToString(), known)));
        Stop();
    }

    private void Stop()
    {
        CloseAll();
        Report(new TaskStopped(_attempt, _subtask));
        Context.Stop(_self);
    }

    private void CloseAll()
    {
        _phase = TaskPhase.Stopped;
        _ending.Cancel();
        _wakeUp.Dispose();
        _tick.Dispose();
        if (_chain is null)
            return;

        _snapshots?.Close();
        foreach (var (node, made) in _chain.Operators)
        {
            try
            {
                _chain.Activity.Current = node;
                made.Close();
            }
            catch (Exception cause)   // one that cannot be closed must not keep the others open
            {
                _log.Warning(cause, "Operator [{0}] ([{1}]) of task [{2}] could not be closed.", node.Name, node.Uid, Name);
            }
        }

        if (_probe is not null)
            _services.Probes.Remove(_probe);
    }

    private void EachSecond()
    {
        if (_phase == TaskPhase.New)
            return;

        if (_clock.GetElapsedTime(_leaseRenewedAt) > _settings.Tasks.HeartbeatTimeout)
            Tell(LeaseCheck.Instance);   // behind what has queued up meanwhile: a renewal may be among it
        if (_phase != TaskPhase.Running)
            return;

        foreach (var sender in _chain.Senders)
            sender.Repeat();
        foreach (var receiver in _chain.Receivers)
            receiver.Check(NowMs(), _settings.Tasks.ChannelTimeout);
    }

    private void ExtendLease() => _leaseRenewedAt = _clock.GetTimestamp();

    private void CheckLease()
    {
        if (_clock.GetElapsedTime(_leaseRenewedAt) <= _settings.Tasks.HeartbeatTimeout)
            return;

        _log.Warning("Task [{0}] of attempt [{1}] stops: its job master was not heard of for [{2}].", Name, _attempt,
            _settings.Tasks.HeartbeatTimeout);
        Stop();
    }
}
