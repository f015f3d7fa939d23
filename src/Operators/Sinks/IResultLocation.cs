namespace Akka.Flink.Sinks;

/// <summary>A sink that can say where its results are.</summary>
public interface IResultLocation
{
    /// <summary>The place, in words, shown at the end of a job; null where there is nothing to say.</summary>
    string? ResultLocation { get; }
}
