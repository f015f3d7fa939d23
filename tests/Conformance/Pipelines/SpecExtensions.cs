namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>Reads optional fields of a spec.</summary>
internal static class SpecExtensions
{
    public static long Number(this JsonElement spec, string name, long otherwise = 0) =>
        spec.TryGetProperty(name, out var value) ? value.GetInt64() : otherwise;

    public static bool Flag(this JsonElement spec, string name) => spec.TryGetProperty(name, out var value) && value.GetBoolean();

    public static string Text(this JsonElement spec, string name) => spec.GetProperty(name).GetString()!;

    public static bool Has(this JsonElement spec, string name) => spec.TryGetProperty(name, out _);

    /// <summary>A duration; beyond the longest of .NET it is that one.</summary>
    public static TimeSpan Duration(this JsonElement spec, string name)
    {
        var longestMs = TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMillisecond;
        var ms = spec.GetProperty(name).GetInt64();
        return ms > longestMs ? TimeSpan.MaxValue : ms < -longestMs ? TimeSpan.MinValue : TimeSpan.FromMilliseconds(ms);
    }
}
