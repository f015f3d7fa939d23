namespace Akka.Flink.State.Serialization.Keys;

/// <summary>Why a type cannot be a key.</summary>
/// <param name="Reason">What is wrong, to follow the type's name.</param>
/// <param name="Advice">What to do, a sentence.</param>
internal sealed record KeyRefusal(string Reason, string Advice);
