namespace Akka.Flink.Testing;

/// <summary>An element for the second of two inputs, as <see cref="Script.Second{T}"/> makes it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="Content">The element.</param>
public sealed record SecondElement<T>(Element<T> Content);
