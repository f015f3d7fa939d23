namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Event;

/// <content>How a task ends: by itself, by order, by failure, or because nobody is there any more.</content>
internal sealed partial class TaskActor
{
    private long _leaseRenewedAt;

    private void CheckEnd()
    {
        if (_state.HasEnded || _isHeld || _current is not null || !(_hasReaderEnded || _state.HaveInputsEnded))
            return;

        _chain.Flush();
        Take(new TaskInputs.InputsEnded());
    }

    private void Fail(Exception cause)
    {
        var at = _chain?.Activity.Current is { } node ? $"'{node.Name}' ({node.Uid})" : null;
        var known = cause as FlinkException ?? TaskErrors.Unexpected(Name, at, cause);
        _log.Warning("Task [{0}] of attempt [{1}] failed: [{2}]", Name, _state.Attempt, known.Message);
        Take(new TaskInputs.Failed(TaskFailure.Of(known, known.Message))
        {
            Damaged = cause is StorageException { IsDamage: true } ? _restore?.Checkpoint : null,
        });
    }

    private void CloseAll()
    {
        _ending.Cancel();
        _wakeUp.Dispose();
        _tick.Dispose();
        if (_chain is null)
            return;

        _chain.Close();
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
        if (!_state.IsMaking)
            return;

        if (_clock.GetElapsedTime(_leaseRenewedAt) > _settings.Tasks.HeartbeatTimeout)
            TellSelf(LeaseCheck.Instance);   // behind what has queued up meanwhile: a renewal may be among it
        if (_state.Phase != TaskProtocolPhase.Running)
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

        _log.Warning("Task [{0}] of attempt [{1}] stops: its job master was not heard of for [{2}].", Name, _state.Attempt,
            _settings.Tasks.HeartbeatTimeout);
        Take(new TaskInputs.LeaseExpired());
    }
}
