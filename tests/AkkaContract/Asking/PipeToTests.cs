namespace Akka.Flink.AkkaContract.Tests.Asking;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "pipe")]
public sealed class PipeToTests : ContractTest
{
    [Fact]
    public async Task A_result_becomes_a_message()
    {
        await Later(42).PipeTo(TestActor);

        ExpectMsg(42);
    }

    [Fact]
    public async Task The_sender_is_the_one_that_was_given()
    {
        var sender = CreateTestProbe();

        await Later(42).PipeTo(TestActor, sender);

        ExpectMsg(42);
        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public async Task A_result_is_transformed_by_success()
    {
        await Later(42).PipeTo(TestActor, success: number => $"got {number}");

        ExpectMsg("got 42");
    }

    [Fact]
    public async Task A_failure_becomes_Status_Failure_with_its_cause()
    {
        var failure = new FormatException("no");

        await Failing(failure).PipeTo(TestActor);

        Assert.Same(failure, ExpectMsg<Status.Failure>().Cause.GetBaseException());
    }

    [Fact]
    public async Task A_failure_is_transformed_by_failure()
    {
        await Failing(new FormatException("no")).PipeTo(TestActor, failure: exception => $"failed: {exception.GetBaseException().Message}");

        ExpectMsg("failed: no");
    }

    [Fact]
    public async Task A_cancelled_task_becomes_Status_Failure()
    {
        await Task.FromCanceled<int>(new CancellationToken(true)).PipeTo(TestActor);

        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause.GetBaseException());
    }

    [Fact]
    public async Task A_task_without_result_is_told_by_success_only()
    {
        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");

        ExpectMsg("done");
    }

    [Fact]
    public void An_actor_may_pipe_to_itself()
    {
        var actor = Act((context, message) =>
        {
            if (message is "go")
                Later(42).PipeTo(context.Self);
            else
                TestActor.Tell((message, context.Sender.Equals(context.Self)));
        });

        actor.Tell("go");

        ExpectMsg<(object, bool)>(message => message.Item1.Equals(42));
    }

    private static async Task<int> Later(int result)
    {
        await Task.Yield();
        return result;
    }

    private static async Task<int> Failing(Exception failure)
    {
        await Task.Yield();
        throw failure;
    }
}
