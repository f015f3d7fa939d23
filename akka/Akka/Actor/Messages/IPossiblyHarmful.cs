namespace Akka.Actor;

/// <summary>Marks a message that may be refused when it comes from another node in untrusted mode.</summary>
public interface IPossiblyHarmful
{
}
