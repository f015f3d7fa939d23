namespace Akka.Flink.State.Tests.Serialization;

internal sealed class Account
{
    public int Id { get; set; }

    public string? Owner { get; init; }

    public decimal[] Amounts { get; set; } = [];

    public int Total => Amounts.Length;
}
