namespace Akka.Actor;

/// <summary>The part of a scheduler that runs code in place of sending messages.</summary>
public interface IAdvancedScheduler : IActionScheduler;
