namespace Akka.Flink.AkkaContract.Tests.EventStreams;

using Akka.Event;

/// <summary>What the logger got, with the text as a log would show it.</summary>
public sealed record Logged(LogLevel Level, string? Text, string Source, Type Class, Exception? Cause);
