namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "receive handlers")]
public sealed class ReceiveActorTests : ContractTest
{
    [Fact]
    public void The_first_handler_that_fits_takes_the_message()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Precedence(TestActor)));

        foreach (var message in new object[] { 1, 20, "text", "long text", 'c', 2.0, TimeSpan.Zero })
            actor.Tell(message);

        ExpectMsg("small int");
        ExpectMsg("int");
        ExpectMsg("string");
        ExpectMsg("long string");
        ExpectMsg("by type char");
        ExpectMsg("formattable");
        ExpectMsg("any TimeSpan");
    }

    [Fact]
    public void A_base_type_handler_that_comes_first_hides_those_of_derived_types()
    {
        var actor = Sys.ActorOf(Props.Create(() => new BaseFirst(TestActor)));

        actor.Tell(new ArgumentNullException());

        ExpectMsg("base");
    }

    [Fact]
    public void A_message_that_no_handler_takes_is_published_as_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new BaseFirst(TestActor)));

        actor.Tell("unknown", TestActor);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal("unknown", unhandled.Message);
        Assert.Equal(TestActor, unhandled.Sender);
        Assert.Equal(actor, unhandled.Recipient);
    }

    [Fact]
    public void Unhandled_of_an_untyped_actor_is_published()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create(() => new Rejecting()));

        actor.Tell("unknown", TestActor);

        Assert.Equal("unknown", ExpectMsg<UnhandledMessage>().Message);
    }

    [Fact]
    public void A_handler_after_one_for_everything_is_refused()
    {
        Sys.ActorOf(Props.Create(() => new AnyFirst(TestActor)));

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Handlers_outside_construction_and_Become_are_refused()
    {
        var actor = Sys.ActorOf(Props.Create(() => new LateHandler()));

        actor.Tell("add", TestActor);

        ExpectMsg<InvalidOperationException>();
    }

    private sealed class Precedence : ReceiveActor
    {
        public Precedence(IActorRef listener)
        {
            Receive<int>(number => number < 10, _ => listener.Tell("small int"));
            Receive<int>(_ => listener.Tell("int"));
            Receive<string>(text =>
            {
                if (text.Length > 4)
                    return false;

                listener.Tell("string");
                return true;
            });
            Receive<string>(_ => listener.Tell("long string"), text => text.Length > 4);
            Receive(typeof(char), _ => listener.Tell("by type char"));
            Receive<IFormattable>(value => value is double, _ => listener.Tell("formattable"));
            ReceiveAny(message => listener.Tell($"any {message.GetType().Name}"));
        }
    }

    private sealed class BaseFirst : ReceiveActor
    {
        public BaseFirst(IActorRef listener)
        {
            Receive<Exception>(_ => listener.Tell("base"));
            Receive<ArgumentNullException>(_ => listener.Tell("derived"));
        }
    }

    private sealed class AnyFirst : ReceiveActor
    {
        public AnyFirst(IActorRef listener)
        {
            ReceiveAny(_ => { });
            try
            {
                Receive<string>(_ => { });
            }
            catch (InvalidOperationException error)
            {
                listener.Tell(error);
            }
        }
    }

    private sealed class LateHandler : ReceiveActor
    {
        public LateHandler() => Receive<string>(_ =>
        {
            try
            {
                Receive<int>(_ => { });
            }
            catch (InvalidOperationException error)
            {
                Sender.Tell(error);
            }
        });
    }

    private sealed class Rejecting : UntypedActor
    {
        protected override void OnReceive(object message) => Unhandled(message);
    }
}
