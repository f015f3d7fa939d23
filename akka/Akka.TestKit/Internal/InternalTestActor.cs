namespace Akka.TestKit.Internal;

using Akka.Actor;
using Akka.Event;

/// <summary>The actor behind <see cref="TestKitBase.TestActor"/>: it collects what it gets for the test to read.</summary>
internal sealed class InternalTestActor : ActorBase
{
    private readonly EnvelopeQueue _queue;
    private TestActor.Ignore _ignore;
    private AutoPilot _autoPilot = NoAutoPilot.Instance;

    public InternalTestActor(EnvelopeQueue queue) => _queue = queue;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case TestActor.SetIgnore setIgnore:
                _ignore = setIgnore.Ignore;
                break;
            case TestActor.SetAutoPilot setAutoPilot:
                _autoPilot = setAutoPilot.AutoPilot;
                break;
            case TestActor.Watch watch:
                Context.Watch(watch.Actor);
                watch.Done.TrySetResult();
                break;
            case TestActor.Unwatch unwatch:
                Context.Unwatch(unwatch.Actor);
                unwatch.Done.TrySetResult();
                break;
            default:
                Collect(message);
                break;
        }

        return true;
    }

    protected override void PostStop()
    {
        foreach (var envelope in _queue.TakeAll())
            Context.System.DeadLetters.Tell(new DeadLetter(envelope.Message, envelope.Sender, Self), envelope.Sender);
    }

    private void Collect(object message)
    {
        var next = _autoPilot.Run(Sender, message);
        if (next is not KeepRunning)
            _autoPilot = next;
        if (_ignore == null || !_ignore(message))
            _queue.Add(new RealMessageEnvelope(message, Sender));
    }
}
