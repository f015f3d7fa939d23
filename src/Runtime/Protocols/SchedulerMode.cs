namespace Akka.Flink.Runtime;

/// <summary>Where the parallelism of jobs comes from.</summary>
internal enum SchedulerMode
{
    /// <summary>From the program, or from an order.</summary>
    Fixed,

    /// <summary>From the slots that there are: all of them are used, up to each operator's maximum.</summary>
    Reactive,
}
