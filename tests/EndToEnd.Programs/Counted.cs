namespace Akka.Flink.EndToEnd.Programs;

/// <summary>A row.</summary>
public sealed record Counted(long Number, long OfItsKey);
