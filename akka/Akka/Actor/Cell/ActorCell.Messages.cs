namespace Akka.Actor;

using Akka.Actor.Scheduler;
using Akka.Event;

/// <content>Processing user messages.</content>
public partial class ActorCell
{
    // The type of the last message that needed nothing but the behaviour; saves the questions for the next one of its kind.
    private Type _plainType;

    public void Invoke(Envelope envelope) => Process(envelope.Message, envelope.Sender);

    public void ReceiveMessageForTest(Envelope envelope)
    {
        _sender = envelope.Sender;
        _currentMessage = envelope.Message;
        UseThreadContext(() => ReceiveMessage(envelope.Message));
    }

    /// <summary>Processes one user message; the thread's current cell is this one already.</summary>
    internal void Process(object message, IActorRef sender)
    {
        try
        {
            _currentMessage = message;
            _currentEnvelopeId = (_currentEnvelopeId + 1) & int.MaxValue;
            if (!ReferenceEquals(_sender, sender))
                _sender = sender;

            if (message.GetType() == _plainType && _receiveTimeoutDuration is null)
            {
                ReceiveMessage(message);
                if (_receiveTimeoutDuration is not null)
                    CheckReceiveTimeout();
            }
            else
            {
                ProcessMarked(message);
            }

            _currentMessage = null;
        }
        catch (Exception cause)
        {
            HandleInvokeFailure(cause);
        }
    }

    internal void InvokeAutoReceiveMessage(Envelope envelope) => AutoReceiveMessage(envelope);

    protected virtual void ReceiveMessage(object message) => _actor.InvokeAroundReceive(_behavior, message);

    protected virtual void AutoReceiveMessage(Envelope envelope)
    {
        var message = envelope.Message;
        if (_systemImpl.Settings.DebugAutoReceive)
            Publish(new Debug(_self.Path.ToString(), ActorType, "received AutoReceiveMessage " + message));

        switch (message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case AddressTerminated addressTerminated:
                AddressTerminated(addressTerminated.Address);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                _self.Stop();
                break;
            case ActorSelectionMessage selection:
                new ActorSelection(_self, selection.Elements).Tell(selection.Message, Sender);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self);
                break;
            default:
                ReceiveMessage(message);
                break;
        }
    }

    private void ProcessMarked(object message)
    {
        var resetsTimeout = message is not INotInfluenceReceiveTimeout;
        if (message is IScheduledTellMsg scheduled)
        {
            message = scheduled.Message;
            _currentMessage = message;
            resetsTimeout &= message is not INotInfluenceReceiveTimeout;
        }

        if (resetsTimeout)
            CancelReceiveTimeout();
        try
        {
            Deliver(message);
        }
        finally
        {
            CheckReceiveTimeout(resetsTimeout);
        }
    }

    private void Deliver(object message)
    {
        if (message is IAutoReceivedMessage)
        {
            AutoReceiveMessage(new Envelope(message, Sender));
            return;
        }

        if (message is not INotInfluenceReceiveTimeout and not IScheduledTellMsg)
            _plainType = message.GetType();
        ReceiveMessage(message);
    }
}
