namespace Akka.Persistence;

/// <summary>What happens to a message for which the internal stash has no room.</summary>
public interface IStashOverflowStrategy;
