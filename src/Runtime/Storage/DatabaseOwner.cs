namespace Akka.Flink.Runtime;

/// <summary>What a database says of itself.</summary>
/// <param name="ClusterId">Which cluster it belongs to.</param>
/// <param name="Role">What it is there for: <c>control</c> or <c>state</c> of an embedded process, or <c>cluster</c>.</param>
/// <param name="Format">The format in which that is written.</param>
internal sealed record DatabaseOwner(string ClusterId, string Role, long Format);
