namespace Akka.Flink.State.Tests.Serialization;

internal sealed record Nested(Point? Point, Cell Cell, (int, string?) Pair, Level Level, Guid? Session);

internal sealed record Point(long X, long Y);

internal readonly record struct Cell(int Row, string? Column);
