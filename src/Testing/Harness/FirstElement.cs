namespace Akka.Flink.Testing;

/// <summary>An element for the first of two inputs, as <see cref="Script.First{T}"/> makes it.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="Content">The element.</param>
public sealed record FirstElement<T>(Element<T> Content);
