namespace Akka.Flink.AkkaContract.Tests.Sharding.Support;

using Akka.Actor;
using Akka.Cluster;
using Akka.Cluster.Sharding;

/// <summary>
/// An actor that enters itself in the <see cref="Register"/>. It answers <c>where</c> with its address and <c>count</c> with how often it
/// was asked that, passivates itself at <c>passivate</c>, and takes its time to stop.
/// </summary>
public sealed class Registered : UntypedActor
{
    public const string Stop = "stop";

    private static readonly TimeSpan TimeToStop = TimeSpan.FromMilliseconds(200);

    private readonly Register _register;
    private readonly string _name;
    private readonly Address _address = Cluster.Get(Context.System).SelfAddress;
    private int _counted;

    public Registered(Register register, string name)
    {
        _register = register;
        _name = name;
    }

    public static Props Props(Register register, string name) => Akka.Actor.Props.Create(() => new Registered(register, name));

    protected override void PreStart() => _register.Start(_name, _address);

    protected override void PostStop() => _register.Stop(_name, _address);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case "where":
                Sender.Tell(_address.ToString());
                break;
            case "count":
                Sender.Tell($"{++_counted}");
                break;
            case "passivate":
                Context.Parent.Tell(new Passivate(Stop));
                break;
            case Stop:
                Context.System.Scheduler.ScheduleTellOnce(TimeToStop, Self, PoisonPill.Instance, Self);
                break;
            case string text:
                _register.Got(_name, text);
                break;
        }
    }
}
