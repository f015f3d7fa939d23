namespace Akka.Flink.Connectors.DataGen;

/// <summary>Every way in which generating and limiting fails, in one place.</summary>
internal static class DataGenErrors
{
    public static ArgumentOutOfRangeException NoRate(double rate, string parameter) =>
        new(parameter, rate, $"A rate of {rate} records a second cannot be kept. Give a positive number, or leave the limit out.");
}
