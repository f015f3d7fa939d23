namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Functions;

/// <summary>What cases call the time domains.</summary>
internal static class Domains
{
    public static string NameOf(TimeDomain domain) => domain == TimeDomain.EventTime ? "event" : "processing";
}
