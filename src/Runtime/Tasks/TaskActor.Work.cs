namespace Akka.Flink.Runtime;

using Akka.Actor;
using Akka.Flink.Operators;
using Akka.Flink.Sources;

/// <content>The work: a step is what stopped early, due timers, the snapshot in progress, then one batch.</content>
internal sealed partial class TaskActor
{
    private const long WorkMs = 1;
    private const long HeldPollMs = 10;

    private static readonly TaskInputs.BetweenBatches BetweenBatches = new();

    private bool _isScheduled;
    private bool _isHeld;                // something in the chain stopped early
    private bool _hasRung;               // something outside has come back to an operator
    private int _nextTimer = -1;         // the operator whose timers fire next; -1 when none do
    private ChannelReceiver? _current;   // the channel whose message is in work
    private long _wakeUpAtMs = long.MaxValue;
    private long _heldSince;
    private long _flushedAt;

    private void Schedule()
    {
        if (_isScheduled || _state.Phase != TaskProtocolPhase.Running)
            return;

        _isScheduled = true;
        _self.Tell(Work.Instance, ActorRefs.NoSender);
    }

    private void DoWork()
    {
        _isScheduled = false;
        if (_state.Phase != TaskProtocolPhase.Running)
            return;

        var began = _clock.GetTimestamp();
        var ends = began + (_clock.TimestampFrequency * WorkMs / 1000);
        _chain.Clock.Set(NowMs());   // it is not asked again: what is done meanwhile takes as long as its smallest unit
        BeginWork(began);
        bool goesOn;
        long now;
        do
        {
            goesOn = Step();
            now = _clock.GetTimestamp();
        }
        while (goesOn && now < ends);

        EndWork(began, now, goesOn);
    }

    private void BeginWork(long began)
    {
        _probe.BeginWork(began);
        if (_heldSince != 0)
            _probe.AddBackPressure(began - _heldSince);
        _heldSince = 0;
        if (began - _flushedAt <= _settings.Tasks.BufferTimeout.Ticks * _clock.TimestampFrequency / TimeSpan.TicksPerSecond)
            return;

        _flushedAt = began;
        _chain.Flush();
    }

    private void EndWork(long began, long now, bool goesOn)
    {
        _chain.Activity.Current = null;
        foreach (var channel in _chain.Receivers)
            channel.SendGrant(_chain.Clock.NowMs);
        if (goesOn)
        {
            Schedule();
        }
        else
        {
            _flushedAt = now;
            _chain.Flush();
            if (_isHeld)
            {
                _heldSince = now;
                WaitForSinks();
            }

            SetWakeUp();
        }

        _probe.NoteHeld(_isHeld, now);
        _probe.EndWork(now - began);
    }

    // Whether there is more to do at once.
    private bool Step()
    {
        if (_isHeld && !TryGoOn())
            return _snapshots.WriteSlice() == SnapshotStep.Progress;

        if (_current is not null || _chain.Source is { IsDelivering: true })
            return Process();
        if (_state.Preparing is null && (!FireTimers() || !AnswerDoorbell()))
            return true;
        if (_state.CanBegin)
            Take(BetweenBatches);
        if (_state.Preparing is not null)
            return Prepare();

        var wroteSlice = _snapshots.WriteSlice() == SnapshotStep.Progress;
        if (!_state.Processes || _snapshots.IsOverfull)
            return wroteSlice;

        return Process() || wroteSlice;
    }

    // Nothing comes in between: what was prepared must not change any more before it is taken.
    private bool Prepare()
    {
        if (_snapshots.Prepare())
            Take(new TaskInputs.Prepared());
        else
            _isHeld = true;
        return true;
    }

    private bool TryGoOn()
    {
        _chain.Activity.Current = _chain.Vertex.Nodes[0];
        if (!(_current?.Resume() ?? _chain.Resume()))
            return false;

        _isHeld = false;
        if (_current is { IsInBatch: false } done)
            LeaveChannel(done);
        return true;
    }

    // Whether all that was due is done, and nothing is left to resume.
    private bool FireTimers()
    {
        var clock = _chain.Clock;
        if (_nextTimer < 0)
        {
            if (clock.NextWakeUpMs > clock.NowMs || _state.IsFrozen)
                return true;

            clock.ClearWakeUp();
            _nextTimer = 0;
        }

        while (_nextTimer < _chain.Operators.Length)
        {
            var (node, made) = _chain.Operators[_nextTimer++];
            _chain.Activity.Current = node;
            if (made.OnProcessingTime())
                continue;

            _isHeld = true;
            return false;
        }

        _nextTimer = -1;
        return true;
    }

    // What came back from outside goes on with what is downstream of it; behind a stopping checkpoint it waits.
    private bool AnswerDoorbell()
    {
        if (!_hasRung || _state.IsFrozen)
            return true;

        _hasRung = false;
        _isHeld = !_chain.Resume();
        return !_isHeld;
    }

    private bool Process()
    {
        if (_chain.Source is { } source)
            return Poll(source);

        _current ??= _ready.Next();
        if (_current is not { } channel)
        {
            CheckEnd();
            return false;
        }

        _chain.Activity.Current = _chain.Vertex.Nodes[0];
        switch (channel.Step())
        {
            case ReceiverStep.Held:
                _isHeld = true;
                break;
            case ReceiverStep.Barrier:
                Take(new TaskInputs.Barrier(channel.Index, channel.Barrier));
                LeaveChannel(channel);
                break;
            default:
                _isHeld = !channel.Resume();   // all of it is taken, but what was emitted for it may still be on its way
                LeaveChannel(channel);
                break;
        }

        if (channel.IsGrantDue)
            channel.SendGrant(_chain.Clock.NowMs);
        return true;
    }

    private void LeaveChannel(ChannelReceiver channel)
    {
        _current = null;
        _ready.Add(channel);
        if (channel.HasEnded && !_state.EndedInputs[channel.Index])
            Take(new TaskInputs.InputEnded(channel.Index));
    }

    private void SetWakeUp()
    {
        var nowMs = NowMs();
        var atMs = _state.IsFrozen ? long.MaxValue : _chain.Clock.NextWakeUpMs;
        if (_isHeld && atMs < nowMs + HeldPollMs)
            atMs = nowMs + HeldPollMs;   // what is due may be a time-out of what holds the chain, or wait until that goes on
        if (atMs >= _wakeUpAtMs && _wakeUpAtMs > nowMs)
            return;

        _wakeUpAtMs = atMs;
        _wakeUp.Change(
            atMs == long.MaxValue ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Clamp(atMs - nowMs, 1, int.MaxValue)),
            Timeout.InfiniteTimeSpan);
    }
}
