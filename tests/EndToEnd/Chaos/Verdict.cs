namespace Akka.Flink.EndToEnd.Tests.Chaos;

/// <summary>Says what holds and what does not.</summary>
internal sealed class Verdict
{
    /// <summary>Whether all held so far.</summary>
    public bool Holds { get; private set; } = true;

    /// <summary>Says whether something holds.</summary>
    /// <param name="holds">Whether.</param>
    /// <param name="what">What, with its figures.</param>
    public void Check(bool holds, string what)
    {
        Holds &= holds;
        Console.WriteLine($"{(holds ? "ok    " : "FAILED")} {what}");
    }
}
