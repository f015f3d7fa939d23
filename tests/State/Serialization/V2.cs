namespace Akka.Flink.State.Tests.Serialization;

/// <summary>The types of <see cref="V1"/> as a later version of the program has them.</summary>
internal static class V2
{
    [PreviousName("Akka.Flink.State.Tests.Serialization.V1.Color")]
    internal enum Color
    {
        Blue = 0,
        Green = 5,

        [PreviousName("Red")]
        Crimson = 6,
    }

    [SerializedAs("grade")]
    internal enum Grade
    {
        Best = 1,
        Worst = 6,
    }

    [Flags, SerializedAs("rights")]
    internal enum Rights : ulong
    {
        None = 0,
        Delete = 1,
        Read = 1UL << 40,
        Write = 2,
    }

    [SerializedAs("user")]
    internal sealed record User(string Name, int Rank = 7, long Id = 0)
    {
        public string Note { get; init; } = "kept";
    }

    [SerializedAs("renamed")]
    internal sealed record Renamed
    {
        [PreviousName("Caption"), PreviousName("Text")]
        public string? Title { get; init; }

        [PreviousName("Count")]
        public long Total { get; init; }
    }

    [SerializedAs("moved")]
    internal sealed record Moved(long From, long To);

    [SerializedAs("chain")]
    internal sealed record Chain(long Value, Chain? Next);

    [SerializedAs("slim")]
    internal sealed record Slim(int Value);

    [SerializedAs("everything")]
    internal sealed record Everything(int Last);

    [SerializedAs("animal")]
    internal abstract record Animal;

    [SerializedAs("dog")]
    internal sealed record Dog(string Name, int Legs = 4) : Animal;

    [SerializedAs("cat")]
    internal sealed record Cat(int Lives) : Animal;

    [SerializedAs("message")]
    internal record Message(string Text);

    [SerializedAs("urgent message")]
    internal sealed record UrgentMessage(string Text, int Level) : Message(Text);
}
