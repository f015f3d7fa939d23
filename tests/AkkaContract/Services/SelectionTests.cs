namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;

[Trait("promise", "selection")]
public sealed class SelectionTests : ServiceTest
{
    [Fact]
    public async Task Reaches_children_by_name_wildcard_and_parent()
    {
        var probe = new Probe(System);
        var parent = System.ActorOf(Props.Create(() => new Parent(probe.Ref)), "parent");
        await parent.Ask<ActorIdentity>(new Identify(1), Deadline);

        System.ActorSelection("/user/parent/a1").Tell("name");
        Assert.Equal("a1 name", await probe.Next());

        System.ActorSelection("/user/parent/a*").Tell("pattern");
        Assert.Equal(["a1 pattern", "a2 pattern"], (await probe.Next(2)).Order());

        System.ActorSelection("/user/parent/a1/../b").Tell("parent");
        Assert.Equal("b parent", await probe.Next());

        System.ActorSelection("/user/parent/**").Tell("all");
        Assert.Equal(["a1 all", "a2 all", "b all"], (await probe.Next(3)).Order());
    }

    [Fact]
    public async Task Resolves_one_actor_or_fails()
    {
        var probe = new Probe(System);

        Assert.Equal(probe.Ref, await System.ActorSelection(probe.Ref.Path).ResolveOne(Deadline));
        await Assert.ThrowsAsync<ActorNotFoundException>(() => System.ActorSelection("/user/nobody").ResolveOne(Deadline));
    }

    private sealed class Parent : UntypedActor
    {
        public Parent(IActorRef probe)
        {
            foreach (var name in new[] { "a1", "a2", "b" })
                Context.ActorOf(FunctionActor.Props((context, message) => probe.Tell($"{context.Self.Path.Name} {message}")), name);
        }

        protected override void OnReceive(object message)
        {
        }
    }
}
