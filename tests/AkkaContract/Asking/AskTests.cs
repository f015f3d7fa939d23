namespace Akka.Flink.AkkaContract.Tests.Asking;

using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "ask")]
public sealed class AskTests : ContractTest
{
    [Fact]
    public async Task An_answer_completes_the_task()
    {
        Assert.Equal("hello", await Echo().Ask<string>("hello", Deadline));
        Assert.Equal(42, await Echo().Ask<int>(42, Deadline));
        Assert.Equal("untyped", await Echo().Ask("untyped", Deadline));
    }

    [Fact]
    public async Task Many_asks_get_each_its_own_answer()
    {
        var echo = Echo();

        var answers = await Task.WhenAll(Enumerable.Range(0, 2000).Select(number => echo.Ask<int>(number, Deadline)));

        Assert.Equal(Enumerable.Range(0, 2000), answers);
    }

    [Fact]
    public async Task An_ask_inside_an_actor_may_be_awaited()
    {
        var echo = Echo();
        var asker = Sys.ActorOf(Props.Create(() => new Asker(echo)));

        Assert.Equal("hello", await asker.Ask<string>("hello", Deadline));
    }

    [Fact]
    public async Task Without_an_answer_in_time_the_task_fails_with_AskTimeoutException()
    {
        var timeout = TimeSpan.FromMilliseconds(100);
        var start = Stopwatch.GetTimestamp();

        await Assert.ThrowsAsync<AskTimeoutException>(() => Silent().Ask<string>("hello", timeout));

        Assert.InRange(Since(start), timeout - TimeSpan.FromMilliseconds(20), timeout + TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_timeout_is_the_configured_one_when_none_is_given()
    {
        using var system = ActorSystem.Create("asking", Patient + "akka.actor.ask-timeout = 50ms");

        await Assert.ThrowsAsync<AskTimeoutException>(() => system.ActorOf(new Script().ToProps()).Ask<string>("hello"));
    }

    [Fact]
    public async Task A_cancelled_token_cancels_the_task()
    {
        using var source = new CancellationTokenSource();
        var asking = Silent().Ask<string>("hello", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(Deadline));
    }

    [Fact]
    public async Task A_failure_as_answer_fails_the_task_with_its_cause()
    {
        var cause = new FormatException("no");
        var actor = Act((context, _) => context.Sender.Tell(new Status.Failure(cause)));

        Assert.Same(cause, await Assert.ThrowsAsync<FormatException>(() => actor.Ask<string>("hello", Deadline)));
    }

    [Fact]
    public async Task The_first_of_two_answers_counts()
    {
        var actor = Act((context, _) =>
        {
            context.Sender.Tell("first");
            context.Sender.Tell("second");
        });

        Assert.Equal("first", await actor.Ask<string>("hello", Deadline));
    }

    [Fact]
    public async Task An_answer_of_another_type_fails_the_task()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Echo().Ask<int>("text", Deadline));
    }

    [Fact]
    public async Task A_question_to_a_dead_actor_is_a_dead_letter_and_times_out()
    {
        var actor = Silent();
        StopAndAwait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        await Assert.ThrowsAsync<AskTimeoutException>(() => actor.Ask<string>("hello", TimeSpan.FromMilliseconds(50)));

        Assert.Equal("hello", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task The_asker_is_a_temporary_actor_that_can_be_told_from_elsewhere()
    {
        var helper = Act((_, message) => ((IActorRef)message).Tell("from the helper"));
        var actor = Act((context, _) => helper.Tell(context.Sender));

        Assert.Equal("from the helper", await actor.Ask<string>("hello", Deadline));
    }

    [Fact]
    public async Task A_message_made_for_the_asker_may_carry_its_reference()
    {
        var actor = Act((_, message) => ((Question)message).ReplyTo.Tell("answer"));

        Assert.Equal("answer", await actor.Ask<string>(self => new Question(self), Deadline, CancellationToken.None));
    }

    [Fact]
    public async Task Many_questions_without_an_answer_leave_the_system_able_to_work()
    {
        var silent = Silent();
        var asking = Enumerable.Range(0, 200).Select(number => silent.Ask<int>(number, TimeSpan.FromMilliseconds(20))).ToList();

        foreach (var question in asking)
            await Assert.ThrowsAsync<AskTimeoutException>(() => question);

        Assert.Equal(1, await Echo().Ask<int>(1, Deadline));
    }

    private IActorRef Echo() => Act((context, message) => context.Sender.Tell(message));

    private IActorRef Silent() => Act((_, _) => { });

    private sealed record Question(IActorRef ReplyTo);

    private sealed class Asker : ReceiveActor
    {
        public Asker(IActorRef other) => ReceiveAsync<string>(async text => Sender.Tell(await other.Ask<string>(text, Deadline)));
    }
}
