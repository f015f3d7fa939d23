namespace Akka.Flink.Chaos.Tests.Audit;

/// <summary>A booking as a reader finds it.</summary>
internal readonly record struct BookingRow(long Account, long Number, long Transfer, long Amount, long Balance);
