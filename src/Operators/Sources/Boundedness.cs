namespace Akka.Flink.Sources;

/// <summary>Whether a source comes to an end.</summary>
public enum Boundedness
{
    /// <summary>It ends by itself.</summary>
    Bounded,

    /// <summary>It goes on until the job is stopped.</summary>
    ContinuousUnbounded,
}
