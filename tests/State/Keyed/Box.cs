namespace Akka.Flink.State.Tests.Keyed;

/// <summary>A value that is changed in place.</summary>
internal sealed class Box
{
    public long Content { get; set; }
}
