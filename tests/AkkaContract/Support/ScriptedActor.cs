namespace Akka.Flink.AkkaContract.Tests.Support;

using Akka.Actor;

/// <summary>Follows a <see cref="Script"/>, passes gates, and throws exceptions that it is sent.</summary>
public sealed class ScriptedActor : UntypedActor
{
    private readonly Script _script;

    public ScriptedActor(Script script)
    {
        _script = script;
        script.Constructed(Context);
    }

    protected override void PreStart() => _script.Started(Context);

    protected override void PostStop() => _script.Stopped(Context);

    protected override SupervisorStrategy SupervisorStrategy() => _script.Strategy ?? base.SupervisorStrategy();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Gate gate:
                gate.Hold();
                break;
            case Exception exception:
                throw exception;
            default:
                _script.Receive(Context, message);
                break;
        }
    }
}
