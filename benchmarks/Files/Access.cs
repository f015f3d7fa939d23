namespace Akka.Flink.FileBenchmarks;

/// <summary>A line of an access log, as JSON.</summary>
public sealed record Access(string Address, long Time, string Method, string Path, int Status, long Bytes);
