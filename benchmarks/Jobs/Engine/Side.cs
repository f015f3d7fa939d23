namespace Akka.Flink.Jobs.Engine;

/// <summary>An event of the job <c>join</c>, and which side it is on.</summary>
/// <param name="Event">The event.</param>
/// <param name="IsLeft">Whether its number is even.</param>
internal readonly record struct Side(Event Event, bool IsLeft);
