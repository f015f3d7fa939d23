namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What an enumerator and one reader have said to each other in an attempt, as the job master knows it.</summary>
/// <param name="Sent">How many commands were assigned to the reader.</param>
/// <param name="Requests">How many splits the reader has asked for.</param>
/// <param name="Unanswered">The commands that the reader has not said to have, in order.</param>
internal sealed record SplitOutbox(long Sent, long Requests, ImmutableQueue<ISplitCommand> Unanswered)
{
    /// <summary>Before the first word.</summary>
    public static SplitOutbox Empty { get; } = new(0, 0, []);

    /// <summary>Takes what the enumerator has for the reader.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="uid">The source.</param>
    /// <param name="splits">The splits; null when no more will come.</param>
    /// <param name="command">What to tell the task, with its number.</param>
    public SplitOutbox Assign(AttemptId attempt, string uid, IReadOnlyList<ReadOnlyMemory<byte>>? splits, out ISplitCommand command) =>
        Add(
            number => splits is null ? new NoMoreSplits(attempt, uid, number) : new AssignSplits(attempt, uid, number, splits),
            out command);

    /// <summary>Takes anything else that there is for the reader.</summary>
    /// <param name="make">Makes the command of its number.</param>
    /// <param name="command">What to tell the task.</param>
    public SplitOutbox Add(Func<long, ISplitCommand> make, out ISplitCommand command)
    {
        command = make(Sent + 1);
        return this with { Sent = Sent + 1, Unanswered = Unanswered.Enqueue(command) };
    }

    /// <summary>Takes the word that the reader has everything up to a number.</summary>
    /// <param name="sequence">The number.</param>
    public SplitOutbox Answer(long sequence)
    {
        var unanswered = Unanswered;
        while (!unanswered.IsEmpty && unanswered.Peek().Sequence <= sequence)
            unanswered = unanswered.Dequeue();
        return this with { Unanswered = unanswered };
    }
}
