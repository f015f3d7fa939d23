namespace Akka.Remote.Transport;

using System.Runtime.CompilerServices;
using System.Text;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Serialization;

/// <content>From a message to the buffer of the link.</content>
internal sealed partial class Association
{
    private const int RememberedSenders = 64;

    private readonly EncodedSender[] _senders = new EncodedSender[RememberedSenders];
    private long _overflowLoggedAt;
    private int _overflowed;

    private enum Outcome
    {
        Sent,
        SentAndBusy,
        Unreachable,
        Overflow,
        SystemOverflow,
    }

    public void Send(object message, IActorRef sender, RemoteActorRef recipient)
    {
        if (!MayReach(message))
        {
            Unreachable(message, sender, recipient);
            return;
        }

        if (!TrySerialize(message, recipient, out var serializer, out var manifest, out var payload))
            return;

        var encodedSender = Encoded(sender);
        var envelope = new OutgoingEnvelope(recipient.EncodedPath, encodedSender, serializer.Identifier, manifest, payload, 0);
        if (envelope.Length > _remoting.Tcp.MaximumFrameSize)
        {
            LogOversized(message, recipient, envelope.Length);
            return;
        }

        if (_remoting.Settings.LogSend)
            _remoting.Log.Debug("sending message [{0}] to [{1}] from [{2}]", message, recipient, sender);
        var outcome = message is ISystemMessage
            ? PostSystem(recipient.EncodedPath, encodedSender, serializer.Identifier, manifest, payload)
            : Post(envelope);
        if (outcome != Outcome.Sent)
            Handle(outcome, message, sender, recipient);
    }

    private bool MayReach(object message)
    {
        if (message is ISystemMessage)
            return !Volatile.Read(ref _closed);

        return Volatile.Read(ref _link) is not null || (!Volatile.Read(ref _closed) && !IsGated);
    }

    private Outcome Post(in OutgoingEnvelope envelope)
    {
        lock (_sync)
        {
            var link = OpenLink();
            if (link is null)
                return Outcome.Unreachable;
            if (!link.TryAppend(envelope))
                return Outcome.Overflow;

            return link.WaitingFrames == _remoting.Settings.LogBufferSizeExceeding ? Outcome.SentAndBusy : Outcome.Sent;
        }
    }

    private bool TrySerialize(object message, RemoteActorRef recipient, out Serializer serializer, out string manifest, out byte[] payload)
    {
        var outer = Serialization.CurrentTransportInformation;
        Serialization.CurrentTransportInformation = _remoting.Provider.SerializationInformation;
        try
        {
            serializer = _remoting.System.Serialization.FindSerializerFor(message);
            payload = serializer.ToBinary(message);
            manifest = Serialization.ManifestFor(serializer, message);
            return true;
        }
        catch (Exception cause)
        {
            // Whatever a serializer throws concerns this message only; its sender cannot be told.
            _remoting.Log.Error(
                cause, "A message of type [{0}] to [{1}] could not be serialized and is dropped.", message.GetType(), recipient.Path);
            serializer = null;
            manifest = null;
            payload = null;
            return false;
        }
        finally
        {
            Serialization.CurrentTransportInformation = outer;
        }
    }

    private byte[] Encoded(IActorRef sender)
    {
        switch (sender)
        {
            case null or Nobody:
                return [];
            case RemoteActorRef remote:
                return remote.EncodedPath;
        }

        ref var place = ref _senders[(uint)RuntimeHelpers.GetHashCode(sender) % RememberedSenders];
        var known = Volatile.Read(ref place);
        if (known is not null && ReferenceEquals(known.Sender, sender))
            return known.Path;

        // By way of the serialization: it knows references that belong to another system of this process.
        var path = Encoding.UTF8.GetBytes(Serialization.WithTransport(_remoting.System, sender, Serialization.SerializedActorPath));
        Volatile.Write(ref place, new EncodedSender(sender, path));
        return path;
    }

    private void Handle(Outcome outcome, object message, IActorRef sender, RemoteActorRef recipient)
    {
        switch (outcome)
        {
            case Outcome.Unreachable:
                Unreachable(message, sender, recipient);
                break;

            case Outcome.SentAndBusy:
                _remoting.Log.Warning(
                    "[{0}] buffered messages wait for [{1}]: it reads slower than this system writes. Slow the senders down; above [{2}] "
                    + "bytes messages are dropped.",
                    _remoting.Settings.LogBufferSizeExceeding, RemoteAddress, _remoting.Tcp.HighWaterMark);
                break;

            case Outcome.Overflow:
                Overflow(message, sender, recipient);
                break;

            case Outcome.SystemOverflow:
                SystemOverflow();
                break;
        }
    }

    private void Unreachable(object message, IActorRef sender, RemoteActorRef recipient)
    {
        RemotingMetrics.Dropped(1, RemoteAddress, "gate");
        var deadLetters = _remoting.System.DeadLetters;
        deadLetters.Tell(new DeadLetter(message, sender ?? deadLetters, recipient), sender);
    }

    private void Overflow(object message, IActorRef sender, RemoteActorRef recipient)
    {
        RemotingMetrics.Dropped(1, RemoteAddress, "buffer");
        var count = Interlocked.Increment(ref _overflowed);
        var now = Environment.TickCount64;
        var last = Interlocked.Read(ref _overflowLoggedAt);
        if ((last == 0 || now - last > 1000) && Interlocked.CompareExchange(ref _overflowLoggedAt, now, last) == last)
        {
            Interlocked.Add(ref _overflowed, -count);
            _remoting.Log.Warning(
                "[{0}] messages to [{1}] were dropped since this was last said: [{2}] bytes wait for it already. Slow the senders down, or "
                + "raise 'akka.remote.dot-netty.tcp.write-buffer-high-water-mark'.",
                count, RemoteAddress, _remoting.Tcp.HighWaterMark);
        }

        _remoting.System.EventStream.Publish(new Dropped(message, "the buffer of the connection is full", sender, recipient));
    }

    private void LogOversized(object message, RemoteActorRef recipient, int length)
    {
        RemotingMetrics.Dropped(1, RemoteAddress, "size");
        _remoting.Log.Error(
            "Discarding oversized payload sent to [{0}]: max allowed size [{1}] bytes, actual size of encoded [{2}] was [{3}] bytes. "
            + "Send it in parts, or raise 'akka.remote.dot-netty.tcp.maximum-frame-size' on all nodes.",
            recipient.Path, _remoting.Tcp.MaximumFrameSize, message.GetType(), length);
    }

    private sealed record EncodedSender(IActorRef Sender, byte[] Path);
}
