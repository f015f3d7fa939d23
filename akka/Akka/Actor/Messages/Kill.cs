namespace Akka.Actor;

/// <summary>Makes the actor that receives it throw an <see cref="ActorKilledException"/>, on which its supervisor decides.</summary>
public sealed class Kill : IAutoReceivedMessage
{
    private Kill()
    {
    }

    public static Kill Instance { get; } = new();

    public override string ToString() => "<Kill>";
}
