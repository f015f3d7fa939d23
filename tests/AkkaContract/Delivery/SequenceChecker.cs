namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;

/// <summary>Completes a task with "complete" when all numbers of all senders came in order and once, else with what was wrong.</summary>
public sealed class SequenceChecker(int senders, int messagesEach, TaskCompletionSource<string> done) : UntypedActor
{
    private readonly int[] _next = new int[senders];
    private int _left = senders * messagesEach;

    protected override void OnReceive(object message)
    {
        var numbered = (Numbered)message;
        var expected = _next[numbered.Sender]++;
        if (numbered.Number != expected)
            done.TrySetResult($"Sender {numbered.Sender}: {numbered.Number} came instead of {expected}.");
        if (--_left == 0)
            done.TrySetResult("complete");
    }
}
