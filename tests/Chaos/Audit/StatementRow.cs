namespace Akka.Flink.Chaos.Tests.Audit;

/// <summary>A statement as a reader finds it.</summary>
internal readonly record struct StatementRow(long Account, long Period, long Bookings, long Turnover, long Open);
