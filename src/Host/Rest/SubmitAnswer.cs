namespace Akka.Flink.Host.Rest;

/// <summary>What was submitted.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Name">Its name.</param>
internal sealed record SubmitAnswer(string Id, string Name);
