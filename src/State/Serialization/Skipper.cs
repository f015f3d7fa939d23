namespace Akka.Flink.State.Serialization;

/// <summary>Moves the input behind a value that nobody wants any more.</summary>
/// <param name="input">The bytes.</param>
internal delegate void Skipper(ref ReadOnlySpan<byte> input);
