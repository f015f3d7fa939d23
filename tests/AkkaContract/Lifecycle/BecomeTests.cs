namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "become")]
public sealed class BecomeTests : ContractTest
{
    [Theory]
    [InlineData(typeof(Untyped))]
    [InlineData(typeof(Typed))]
    public void Become_replaces_the_behaviour_on_top_and_UnbecomeStacked_goes_back_to_the_one_below(Type type)
    {
        var actor = Sys.ActorOf(Props.Create(type, TestActor));

        Assert.Equal("A", Behaviour(actor));
        actor.Tell("push B");
        Assert.Equal("B", Behaviour(actor));
        actor.Tell("push C");
        Assert.Equal("C", Behaviour(actor));
        actor.Tell("become D");
        Assert.Equal("D", Behaviour(actor));
        actor.Tell("pop");
        Assert.Equal("B", Behaviour(actor));
        actor.Tell("pop");
        Assert.Equal("A", Behaviour(actor));
    }

    [Theory]
    [InlineData(typeof(Untyped))]
    [InlineData(typeof(Typed))]
    public void A_restart_goes_back_to_the_first_behaviour(Type type)
    {
        var actor = Sys.ActorOf(Props.Create(type, TestActor));
        actor.Tell("push B");
        Assert.Equal("B", Behaviour(actor));

        actor.Tell("fail");

        Assert.Equal("A", Behaviour(actor));
    }

    [Theory]
    [InlineData(typeof(Untyped))]
    [InlineData(typeof(Typed))]
    public void The_new_behaviour_counts_from_the_next_message_on(Type type)
    {
        var gate = new Gate();
        var actor = Sys.ActorOf(Props.Create(type, TestActor));
        actor.Tell(gate);
        gate.AwaitHeld();
        actor.Tell("become B");
        actor.Tell("which");
        actor.Tell("become C");
        actor.Tell("which");

        gate.Open();

        ExpectMsg("B");
        ExpectMsg("C");
    }

    private string Behaviour(IActorRef actor)
    {
        actor.Tell("which");
        return ExpectMsg<string>();
    }

    private sealed class Untyped(IActorRef listener) : UntypedActor
    {
        protected override void OnReceive(object message) => Behave("A", message);

        private void Behave(string name, object message)
        {
            if (message is Gate gate)
                gate.Hold();
            else
                Obey(name, (string)message);
        }

        private void Obey(string name, string command)
        {
            switch (command.Split(' '))
            {
                case ["which"]:
                    listener.Tell(name);
                    break;
                case ["become", var next]:
                    Become(message => Behave(next, message));
                    break;
                case ["push", var next]:
                    BecomeStacked(message => Behave(next, message));
                    break;
                case ["pop"]:
                    UnbecomeStacked();
                    break;
                default:
                    throw new InvalidOperationException(command);
            }
        }
    }

    private sealed class Typed : ReceiveActor
    {
        private readonly IActorRef _listener;

        public Typed(IActorRef listener)
        {
            _listener = listener;
            Behave("A");
        }

        private void Behave(string name)
        {
            Receive<Gate>(gate => gate.Hold());
            Receive<string>(command => command == "which", _ => _listener.Tell(name));
            Receive<string>(command => command == "pop", _ => UnbecomeStacked());
            Receive<string>(command => command[..^2] == "become", command => Become(() => Behave(command[^1..])));
            Receive<string>(command => command[..^2] == "push", command => BecomeStacked(() => Behave(command[^1..])));
            Receive<string>(command => Fail(command));
        }

        private static void Fail(string command) => throw new InvalidOperationException(command);
    }
}
