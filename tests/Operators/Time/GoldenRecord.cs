namespace Akka.Flink.Operators.Tests.Time;

/// <summary>A record of a golden case.</summary>
internal sealed record GoldenRecord(string Text, long Value, string? Mark)
{
    public override string ToString() => Text;
}
