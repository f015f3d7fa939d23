namespace Akka.Actor;

/// <summary>Tells an actor that it has received nothing for as long as its receive timeout says.</summary>
public class ReceiveTimeout : IPossiblyHarmful
{
    private ReceiveTimeout()
    {
    }

    public static ReceiveTimeout Instance { get; } = new();
}
