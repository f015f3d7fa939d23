namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "names")]
public sealed class NamesTests : ContractTest
{
    [Fact]
    public void A_name_that_a_sibling_has_is_refused()
    {
        Act((_, _) => { }, "same");

        var error = Assert.Throws<InvalidActorNameException>(() => Act((_, _) => { }, "same"));

        Assert.Contains("same", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_name_that_a_sibling_has_is_refused()
    {
        var parent = Act((context, _) =>
        {
            context.ActorOf(new Script().ToProps(), "same");
            try
            {
                context.ActorOf(new Script().ToProps(), "same");
            }
            catch (InvalidActorNameException error)
            {
                TestActor.Tell(error);
            }
        });

        parent.Tell("create");

        Assert.Contains("same", ExpectMsg<InvalidActorNameException>().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parent_and_child_may_have_one_name()
    {
        var parent = Act((context, _) => TestActor.Tell(context.ActorOf(new Script().ToProps(), "same")), "same");

        parent.Tell("create");

        Assert.EndsWith("/user/same/same", ExpectMsg<IActorRef>().Path.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("ä")]
    [InlineData("a%b")]
    public void An_illegal_name_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Act((_, _) => { }, name));

    [Theory]
    [InlineData("a")]
    [InlineData("A-b_c.d*e+f:g@h&i=j,k!l~m'n;o")]
    [InlineData("a$b")]
    [InlineData("a(b)")]
    [InlineData("a%20b")]
    public void A_legal_name_is_the_last_element_of_the_path(string name) =>
        Assert.Equal(name, Act((_, _) => { }, name).Path.Name);

    [Fact]
    public void Actors_without_a_name_get_different_ones()
    {
        var names = Enumerable.Range(0, 1000).Select(_ => Act((_, _) => { }).Path.Name).ToHashSet();

        Assert.Equal(1000, names.Count);
        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_parent_may_reuse_the_name_of_a_child_once_it_has_its_Terminated()
    {
        const int rounds = 200;
        var round = 0;
        var uids = new HashSet<long>();
        var parent = Act((context, _) =>
        {
            if (round++ == rounds)
            {
                TestActor.Tell("done");
                return;
            }

            var child = context.Watch(context.ActorOf(new Script().ToProps(), "same"));
            uids.Add(child.Path.Uid);
            context.Stop(child);
        });

        parent.Tell("go");

        ExpectMsg("done");
        Assert.Equal(rounds, uids.Count);
    }

    [Fact]
    public void References_to_two_incarnations_of_a_name_differ_though_their_paths_are_equal()
    {
        var parent = Act((context, message) =>
        {
            if (message is Terminated)
                TestActor.Tell("gone");
            else
                TestActor.Tell(context.Watch(context.ActorOf(new Script().ToProps(), "same")));
        });
        parent.Tell("create");
        var first = ExpectMsg<IActorRef>();
        Sys.Stop(first);
        ExpectMsg("gone");

        parent.Tell("create");
        var second = ExpectMsg<IActorRef>();

        Assert.NotEqual(first, second);
        Assert.Equal(first.Path.ToString(), second.Path.ToString());
    }

    [Fact]
    public void Context_Child_finds_a_child_by_name_and_nobody_for_others()
    {
        var parent = Act((context, _) =>
        {
            var child = context.ActorOf(new Script().ToProps(), "child");
            TestActor.Tell(context.Child("child").Equals(child));
            TestActor.Tell(context.Child("other").IsNobody());
            TestActor.Tell(context.GetChildren().Single().Equals(child));
        });

        parent.Tell("go");

        ExpectMsg(true);
        ExpectMsg(true);
        ExpectMsg(true);
    }
}
