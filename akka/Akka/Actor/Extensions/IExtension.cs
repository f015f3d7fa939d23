namespace Akka.Actor;

/// <summary>What an actor system can be extended with: one instance for each system.</summary>
public interface IExtension;
