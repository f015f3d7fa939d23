namespace Akka.Persistence;

/// <summary>Answers the sender with a fixed message and drops what it sent.</summary>
public sealed class ReplyToStrategy : IStashOverflowStrategy
{
    public ReplyToStrategy(object response)
    {
        Response = response;
    }

    public object Response { get; }
}
