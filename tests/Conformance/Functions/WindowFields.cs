namespace Akka.Flink.Conformance.Tests;

using Akka.Flink.Windowing;

/// <summary>What records say of their window.</summary>
internal static class WindowFields
{
    public static (string, object?) Start(IWindow window) => ("start", window is TimeWindow time ? time.Start : null);

    public static (string, object?) End(IWindow window) => ("end", window is TimeWindow time ? time.End : null);
}
