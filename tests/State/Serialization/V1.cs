namespace Akka.Flink.State.Tests.Serialization;

/// <summary>Types as an earlier version of a program had them.</summary>
internal static class V1
{
    internal enum Color
    {
        Red = 0,
        Green = 1,
    }

    [SerializedAs("grade")]
    internal enum Grade
    {
        Best = 1,
    }

    [Flags, SerializedAs("rights")]
    internal enum Rights
    {
        None = 0,
        Read = 1,
        Write = 2,
        Delete = 4,
    }

    [SerializedAs("user")]
    internal sealed record User(int Id, string Name, Guid[] Sessions, Detail Detail);

    internal sealed record Detail(string Text, List<Guid> Ids);

    [SerializedAs("renamed")]
    internal sealed record Renamed(int Count, string? Text);

    [SerializedAs("moved")]
    internal readonly record struct Moved(int From, int To);

    [SerializedAs("chain")]
    internal sealed record Chain(int Value, string Dropped, Chain? Next);

    [SerializedAs("slim")]
    internal sealed record Slim(Chain Chain, int Value);

    [SerializedAs("everything")]
    internal sealed record Everything(
        Chain Chain, Level Level, int? Number, byte[] Data, Dictionary<string, List<decimal>> Map, Uri Address, Animal Pet, string Odd,
        (bool, char, Half, float, double, Int128, DateTimeOffset) Values, int Last);

    [SerializedAs("animal")]
    internal abstract record Animal;

    [SerializedAs("dog")]
    internal sealed record Dog(string Name) : Animal;

    [SerializedAs("message")]
    internal sealed record Message(string Text);
}
