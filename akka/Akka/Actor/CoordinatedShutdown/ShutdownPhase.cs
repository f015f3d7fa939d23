namespace Akka.Actor;

/// <summary>One phase of a coordinated shutdown.</summary>
/// <param name="DependsOn">The phases that come before.</param>
/// <param name="Timeout">How long its tasks may take, together.</param>
/// <param name="Recover">Whether the next phase begins although a task has failed or not completed in time.</param>
internal sealed record ShutdownPhase(IReadOnlyCollection<string> DependsOn, TimeSpan Timeout, bool Recover);
