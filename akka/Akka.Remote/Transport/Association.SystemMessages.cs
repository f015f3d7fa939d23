namespace Akka.Remote.Transport;

/// <content>The sequence of system messages: numbering, acknowledging, sending again.</content>
internal sealed partial class Association
{
    private readonly Queue<Unacknowledged> _unacknowledged = [];
    private ulong _lastSent;
    private long _progressAt;

    /// <summary>All up to a number have arrived.</summary>
    public void Acknowledged(ulong sequence, int uid)
    {
        if (uid != _remoting.Uid)
            return;

        lock (_sync)
        {
            while (_unacknowledged.TryPeek(out var oldest) && oldest.Sequence <= sequence)
                _unacknowledged.Dequeue();
            _progressAt = Environment.TickCount64;
        }
    }

    private Outcome PostSystem(byte[] recipient, byte[] sender, int serializerId, string manifest, byte[] payload)
    {
        lock (_sync)
        {
            if (_closed || (_link is null && _refusedUid != 0 && _refusedUid == _uid && IsGated))
                return Outcome.Unreachable;
            if (_unacknowledged.Count >= _remoting.Settings.SysMsgBufferSize)
                return Outcome.SystemOverflow;

            var frame = _remoting.Frames.Envelope(
                new OutgoingEnvelope(recipient, sender, serializerId, manifest, payload, ++_lastSent));
            var now = Environment.TickCount64;
            if (_unacknowledged.Count == 0)
                _progressAt = now;

            // A link that is made here takes with it what stands in the queue.
            var link = OpenLink();
            _unacknowledged.Enqueue(new Unacknowledged(_lastSent, frame, now));
            link?.Append(frame);
            return Outcome.Sent;
        }
    }

    private void AppendUnacknowledged(Link link)
    {
        foreach (var message in _unacknowledged)
            link.Append(message.Frame);
        _progressAt = Environment.TickCount64;
    }

    private void ForgetUnacknowledged() => _unacknowledged.Clear();

    /// <summary>Connects, sends again, or says why the other system has to be given up. Under the lock.</summary>
    private string SystemMessagesDue()
    {
        if (!_unacknowledged.TryPeek(out var oldest))
            return null;

        var now = Environment.TickCount64;
        var settings = _remoting.Settings;
        if (_uid == 0 && now - oldest.Since > settings.InitialSysMsgDeliveryTimeout.TotalMilliseconds)
        {
            return "It could not be reached within 'akka.remote.initial-system-message-delivery-timeout', "
                + $"{settings.InitialSysMsgDeliveryTimeout}; {_unacknowledged.Count} system messages are given up.";
        }

        if (_uid != 0 && now - Math.Max(oldest.Since, _heardAt) > settings.QuarantineSilentSystemTimeout.TotalMilliseconds)
            return $"It has been silent for longer than 'akka.remote.quarantine-after-silence', {settings.QuarantineSilentSystemTimeout}.";

        if (OpenLink() is { Connection: not null } link && now - _progressAt > settings.SysResendTimeout.TotalMilliseconds)
        {
            foreach (var message in _unacknowledged.Take(settings.SysResendLimit))
                link.Append(message.Frame);
            _progressAt = now;
        }

        return null;
    }

    private void SystemOverflow()
    {
        int uid;
        lock (_sync)
        {
            uid = _uid;
            ForgetUnacknowledged();
        }

        Quarantine(
            uid,
            $"{_remoting.Settings.SysMsgBufferSize} system messages to it wait for an acknowledgement, the most that "
            + "'akka.remote.system-message-buffer-size' allows.");
    }

    private readonly record struct Unacknowledged(ulong Sequence, byte[] Frame, long Since);
}
