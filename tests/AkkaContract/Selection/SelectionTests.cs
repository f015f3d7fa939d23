namespace Akka.Flink.AkkaContract.Tests.Selection;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "selection")]
public sealed class SelectionTests : ContractTest
{
    private readonly IActorRef _parent;

    public SelectionTests()
    {
        _parent = Sys.ActorOf(new Script { Started = CreateChildren, Receive = Obey }.ToProps(), "parent");
        AwaitStarted(_parent);
    }

    [Theory]
    [InlineData("/user/parent/a", "a")]
    [InlineData("user/parent/a", "a")]
    [InlineData("akka://test/user/parent/b", "b")]
    [InlineData("/user/parent/../parent/a", "a")]
    [InlineData("/user/parent/*", "a,ab,b")]
    [InlineData("/user/parent/a*", "a,ab")]
    [InlineData("/user/parent/?", "a,b")]
    [InlineData("/user/*/b", "b")]
    public void A_path_selects_the_actors_that_it_fits(string path, string names)
    {
        var expected = names.Split(',');

        Sys.ActorSelection(path).Tell("hello", TestActor);

        Assert.Equal(expected, ReceiveN(expected.Length, Deadline).Cast<string>().Order(StringComparer.Ordinal));
        ExpectNoMsg(Silence);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("*", "a,ab,b")]
    [InlineData("../parent/b", "b")]
    [InlineData("/user/parent/ab", "ab")]
    public void In_an_actor_a_path_begins_at_that_actor(string path, string names)
    {
        var expected = names.Split(',');

        _parent.Tell(path, TestActor);

        Assert.Equal(expected, ReceiveN(expected.Length, Deadline).Cast<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_path_from_an_actor_begins_there()
    {
        Sys.ActorSelection(_parent, "ab").Tell("hello", TestActor);

        ExpectMsg("ab");
    }

    [Fact]
    public async Task ResolveOne_finds_the_actor()
    {
        var found = await Sys.ActorSelection("/user/parent/a").ResolveOne(Deadline);

        found.Tell("hello", TestActor);

        ExpectMsg("a");
        Assert.Equal("/user/parent/a", found.Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task ResolveOne_fails_with_ActorNotFoundException_when_there_is_none() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/parent/none").ResolveOne(TimeSpan.FromSeconds(5)));

    [Fact]
    public void Identify_is_answered_by_the_actor_with_its_reference()
    {
        Sys.ActorSelection("/user/parent/a").Tell(new Identify("id"), TestActor);

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal("id", identity.MessageId);
        Assert.Equal("a", identity.Subject.Path.Name);
    }

    [Fact]
    public void Identify_of_nobody_is_answered_without_a_subject()
    {
        Sys.ActorSelection("/user/parent/none").Tell(new Identify(7), TestActor);

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(7, identity.MessageId);
        Assert.Null(identity.Subject);
    }

    [Fact]
    public void Every_actor_answers_Identify_by_itself()
    {
        _parent.Tell(new Identify(1), TestActor);

        Assert.Equal(_parent, ExpectMsg<ActorIdentity>().Subject);
    }

    [Fact]
    public void A_message_to_nobody_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection("/user/parent/none").Tell("hello", TestActor);

        Assert.Equal("hello", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void A_selection_reaches_the_next_incarnation_and_a_reference_does_not()
    {
        var selection = Sys.ActorSelection("/user/parent/a");
        selection.Tell(new Identify(1), TestActor);
        var old = ExpectMsg<ActorIdentity>().Subject;
        StopAndAwait(old);
        AwaitCondition(Recreated, Deadline);

        old.Tell("hello", TestActor);
        selection.Tell("hello", TestActor);

        ExpectMsg("new a");
        ExpectNoMsg(Silence);
    }

    [Fact]
    public void A_selection_shows_its_path()
    {
        var selection = Sys.ActorSelection("/user/parent/a*");

        Assert.Equal("/user/parent/a*", selection.PathString);
        Assert.Equal(selection, Sys.ActorSelection("/user/parent/a*"));
    }

    private static void CreateChildren(IActorContext parent)
    {
        foreach (var name in new[] { "a", "ab", "b" })
            parent.ActorOf(Answers(name), name);
    }

    private static Props Answers(string text) => new Script { Receive = (context, _) => context.Sender.Tell(text) }.ToProps();

    /// <summary>Creates "a" again, or sends to a path, relative to the parent.</summary>
    private static void Obey(IActorContext context, object message)
    {
        if (message is Props props)
            context.Sender.Tell(context.Child("a").IsNobody() && context.ActorOf(props, "a") is not null);
        else
            context.ActorSelection((string)message).Tell("hello", context.Sender);
    }

    /// <summary>The name is free again a moment after watchers other than the parent know of the end.</summary>
    private bool Recreated()
    {
        var probe = CreateTestProbe();
        _parent.Tell(Answers("new a"), probe);
        return probe.ExpectMsg<bool>();
    }
}
