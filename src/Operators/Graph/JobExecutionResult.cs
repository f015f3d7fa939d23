namespace Akka.Flink;

/// <summary>What there is to say of a job that has ended.</summary>
/// <param name="JobName">Its name.</param>
/// <param name="Duration">How long it took.</param>
/// <remarks><para><b>Flink.</b> <c>JobExecutionResult</c>.</para></remarks>
public sealed record JobExecutionResult(string JobName, TimeSpan Duration);
