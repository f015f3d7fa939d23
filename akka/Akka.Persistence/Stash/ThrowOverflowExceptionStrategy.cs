namespace Akka.Persistence;

/// <summary>Throws the stash's exception, which is up to the actor's supervisor.</summary>
public class ThrowOverflowExceptionStrategy : IStashOverflowStrategy
{
    private ThrowOverflowExceptionStrategy()
    {
    }

    public static ThrowOverflowExceptionStrategy Instance { get; } = new();
}
