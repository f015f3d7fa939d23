namespace Akka.Flink.State.Serialization;

/// <summary>Reads a value and moves the input behind it.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="input">The bytes.</param>
/// <returns>The value.</returns>
internal delegate T Reader<out T>(ref ReadOnlySpan<byte> input);
