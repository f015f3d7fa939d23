namespace Akka.Flink.EndToEnd.Tests.Support;

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record EngineResult(int ExitCode, string Output, string Error);
