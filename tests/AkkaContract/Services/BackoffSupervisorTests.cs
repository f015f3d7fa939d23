namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;
using Akka.Pattern;

[Trait("promise", "backoff")]
public sealed class BackoffSupervisorTests : ServiceTest
{
    private static readonly TimeSpan Min = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Max = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task Starts_a_child_that_has_stopped_anew_after_a_time()
    {
        var probe = new Probe(System);
        var supervisor = Start(Backoff.OnStop(Child(probe), "child", Min, Max, 0.0).WithManualReset());
        Assert.Equal("started", await probe.Next());

        supervisor.Tell("stop");

        Assert.Equal("started", await probe.Next());
        Assert.Equal(1, (await supervisor.Ask<BackoffSupervisor.RestartCount>(BackoffSupervisor.GetRestartCount.Instance, Deadline)).Count);
        supervisor.Tell(BackoffSupervisor.Reset.Instance);
        Assert.Equal(0, (await supervisor.Ask<BackoffSupervisor.RestartCount>(BackoffSupervisor.GetRestartCount.Instance, Deadline)).Count);
    }

    [Fact]
    public async Task Starts_a_child_that_has_failed_anew_after_a_time()
    {
        var probe = new Probe(System);
        var supervisor = Start(Backoff.OnFailure(Child(probe), "child", Min, Max, 0.0).WithManualReset());
        Assert.Equal("started", await probe.Next());
        var first = await CurrentChild(supervisor);

        supervisor.Tell("fail");

        Assert.Equal("started", await probe.Next());
        supervisor.Tell("hello");
        Assert.Equal("hello", await probe.Next());
        Assert.NotEqual(first, await CurrentChild(supervisor));
    }

    [Fact]
    public async Task Gives_up_after_as_many_retries()
    {
        var probe = new Probe(System);
        var supervisor = Start(Backoff.OnStop(Child(probe), "child", Min, Max, 0.0).WithManualReset().WithMaxNrOfRetries(1));
        var ended = supervisor.WatchAsync();
        Assert.Equal("started", await probe.Next());

        supervisor.Tell("stop");
        Assert.Equal("started", await probe.Next());
        supervisor.Tell("stop");

        Assert.True(await ended.WaitAsync(Deadline));
    }

    [Fact]
    public async Task Answers_for_the_child_while_it_is_stopped()
    {
        var probe = new Probe(System);
        var hour = TimeSpan.FromHours(1.0);
        var supervisor = Start(Backoff.OnStop(Child(probe), "child", hour, hour, 0.0).WithReplyWhileStopped("later"));
        Assert.Equal("started", await probe.Next());
        var child = await CurrentChild(supervisor);
        Assert.True(await child.GracefulStop(Deadline));

        while (!(await CurrentChild(supervisor)).IsNobody())
            await Task.Yield();

        Assert.Equal("later", await supervisor.Ask<string>("hello", Deadline));
    }

    [Fact]
    public async Task Ends_with_its_child_after_the_final_message()
    {
        var probe = new Probe(System);
        var supervisor = Start(Backoff.OnStop(Child(probe), "child", Min, Max, 0.0).WithFinalStopMessage(message => message is "stop"));
        var ended = supervisor.WatchAsync();
        Assert.Equal("started", await probe.Next());

        supervisor.Tell("stop");

        Assert.True(await ended.WaitAsync(Deadline));
    }

    private static Props Child(Probe probe) => Props.Create(() => new Fragile(probe.Ref));

    private static async Task<IActorRef> CurrentChild(IActorRef supervisor) =>
        (await supervisor.Ask<BackoffSupervisor.CurrentChild>(BackoffSupervisor.GetCurrentChild.Instance, Deadline)).Ref;

    private IActorRef Start(BackoffOptions options) => System.ActorOf(BackoffSupervisor.Props(options));

    private sealed class Fragile(IActorRef probe) : UntypedActor
    {
        protected override void PreStart() => probe.Tell("started");

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case "stop":
                    Context.Stop(Self);
                    break;
                case "fail":
                    throw new InvalidOperationException("on purpose");
                default:
                    probe.Tell(message);
                    break;
            }
        }
    }
}
