namespace Akka.Actor;

/// <summary>A list of failures.</summary>
public class Failures
{
    public List<Failure> Entries { get; } = [];
}
