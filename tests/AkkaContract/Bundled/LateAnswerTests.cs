namespace Akka.Flink.AkkaContract.Tests.Bundled;

using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "ask")]
public sealed class LateAnswerTests : ContractTest
{
    [Fact]
    public async Task A_null_after_the_answer_is_ignored()
    {
        var actor = Act((context, _) =>
        {
            context.Sender.Tell("answer");
            context.Sender.Tell(null);
            TestActor.Tell("goes on");
        });

        Assert.Equal("answer", await actor.Ask<string>("question", Deadline));
        ExpectMsg("goes on");
    }
}
