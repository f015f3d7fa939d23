namespace Akka.Remote.Transport;

using System.Text;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <summary>Gives what one system sends to the actors it is for. For one thread at a time.</summary>
internal sealed class Receiver(Remoting remoting, Address from)
{
    private const int RememberedReferences = 1024;
    private const int RememberedManifests = 256;

    private readonly ByteKeyCache<IInternalActorRef> _recipients = new(RememberedReferences);
    private readonly ByteKeyCache<IActorRef> _senders = new(RememberedReferences);
    private readonly ByteKeyCache<string> _manifests = new(RememberedManifests);
    private readonly RemoteActorRefProvider _provider = remoting.Provider;

    public void Deliver(in IncomingEnvelope envelope)
    {
        try
        {
            var recipient = Recipient(envelope.Recipient);
            var manifest = Manifest(envelope.Manifest);
            var message = remoting.System.Serialization.Deserialize(envelope.Payload.ToArray(), envelope.SerializerId, manifest);
            Dispatch(message, recipient, Sender(envelope.Sender));
        }
        catch (Exception cause)
        {
            // Whatever a serializer throws concerns this message only.
            remoting.Log.Error(
                cause,
                "A message from [{0}] to [{1}] could not be read and is dropped: serializer [{2}], manifest [{3}], [{4}] bytes.",
                from,
                Encoding.UTF8.GetString(envelope.Recipient),
                envelope.SerializerId,
                Encoding.UTF8.GetString(envelope.Manifest),
                envelope.Payload.Length);
        }
    }

    private void Dispatch(object message, IInternalActorRef recipient, IActorRef sender)
    {
        if (remoting.Settings.LogReceive)
            remoting.Log.Debug("received message [{0}] for [{1}] from [{2}]", message, recipient, sender);
        if (!recipient.IsLocal)
        {
            remoting.Log.Error(
                "Dropping message [{0}] for non-local recipient [{1}] arriving from [{2}]; this system is [{3}].",
                message.GetType(), recipient, from, remoting.DefaultAddress);
            return;
        }

        if (remoting.Settings.UntrustedMode && IsUntrusted(message))
        {
            remoting.Log.Debug("operating in UntrustedMode, dropping inbound [{0}] for [{1}]", message.GetType(), recipient);
            return;
        }

        switch (message)
        {
            case ActorSelectionMessage selection:
                ActorSelection.DeliverSelection(recipient, sender, selection);
                break;
            case ISystemMessage systemMessage:
                recipient.SendSystemMessage(systemMessage);
                break;
            default:
                recipient.Tell(message, sender);
                break;
        }
    }

    private bool IsUntrusted(object message)
    {
        if (message is not ActorSelectionMessage selection)
            return message is IPossiblyHarmful;

        var path = "/" + string.Join("/", (object[])selection.Elements);
        return selection.Message is IPossiblyHarmful || !remoting.Settings.TrustedSelectionPaths.Contains(path);
    }

    private IInternalActorRef Recipient(ReadOnlySpan<byte> path)
    {
        if (_recipients.TryGet(path, out var known))
        {
            if (!known.IsTerminated)
                return known;
            _recipients.Remove(path);
        }

        var found = _provider.ResolveActorRefWithLocalAddress(Encoding.UTF8.GetString(path), remoting.DefaultAddress);

        // Others stand for one answer, or for no actor at all.
        if (found is ActorRefWithCell)
            _recipients.Set(path, found);
        return found;
    }

    private IActorRef Sender(ReadOnlySpan<byte> path)
    {
        if (path.Length == 0)
            return ActorRefs.NoSender;
        if (_senders.TryGet(path, out var known))
            return known;

        var found = _provider.ResolveActorRefWithLocalAddress(Encoding.UTF8.GetString(path), remoting.DefaultAddress);
        if (found is RemoteActorRef)
            _senders.Set(path, found);
        return found;
    }

    private string Manifest(ReadOnlySpan<byte> manifest)
    {
        if (manifest.Length == 0)
            return string.Empty;
        if (_manifests.TryGet(manifest, out var known))
            return known;

        var text = Encoding.UTF8.GetString(manifest);
        _manifests.Set(manifest, text);
        return text;
    }
}
