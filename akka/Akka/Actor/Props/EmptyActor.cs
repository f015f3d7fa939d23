namespace Akka.Actor;

/// <summary>An actor that ignores whatever it is sent.</summary>
internal sealed class EmptyActor : UntypedActor
{
    protected override void OnReceive(object message)
    {
    }
}
