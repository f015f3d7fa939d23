namespace Akka.Flink.AkkaContract.Tests.Delivery;

using Akka.Actor;

/// <summary>The message with a number, the next for each one that its sender tells.</summary>
public sealed record Numbered(int Sender, int Number);

/// <summary>Completes a task with "complete" when every number of every sender has come in order and once, else with what was wrong.</summary>
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
