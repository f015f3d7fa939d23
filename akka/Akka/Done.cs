namespace Akka;

/// <summary>The value of an operation that has completed and has nothing else to say.</summary>
public sealed class Done
{
    public static readonly Done Instance = new();

    private Done()
    {
    }
}
