namespace Akka.Flink.State.Tests.Serialization;

internal enum Level : byte
{
    Low = 1,
    High = 200,
}

internal enum Offset : long
{
    Back = -5,
    Forward = 7,
}

internal sealed record Point(long X, long Y);

internal readonly record struct Cell(int Row, string? Column);

internal record Click(string PageUrl, string UserId, DateTimeOffset At, int? Depth = null);

internal sealed record Nested(Point? Point, Cell Cell, (int, string?) Pair, Level Level, Guid? Session);

internal struct Plain
{
    public int Count;

    public string? Name { get; set; }
}

internal sealed record Node(int Value, Node? Next);

internal sealed class Tree
{
    public string Name { get; init; } = "";

    public List<Tree> Children { get; init; } = [];

    public Dictionary<string, Tree?>? ByName { get; set; }
}

internal sealed class Account
{
    public int Id { get; set; }

    public string? Owner { get; init; }

    public decimal[] Amounts { get; set; } = [];

    public int Total => Amounts.Length;
}
