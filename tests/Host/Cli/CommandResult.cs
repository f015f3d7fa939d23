namespace Akka.Flink.Host.Tests.Cli;

/// <summary>What a process left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);
