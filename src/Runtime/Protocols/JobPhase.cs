namespace Akka.Flink.Runtime;

/// <summary>What the master of a job waits for.</summary>
internal enum JobPhase
{
    /// <summary>For a plan of the next attempt, or for nodes to stay the same for a while before one is made.</summary>
    Planning,

    /// <summary>For slots.</summary>
    WaitingForSlots,

    /// <summary>For the start of the next attempt to be durable.</summary>
    AwaitingAttempt,

    /// <summary>For all tasks to be made and restored.</summary>
    Deploying,

    /// <summary>For all channels to be wired.</summary>
    Connecting,

    /// <summary>For all operators to be open.</summary>
    Opening,

    /// <summary>For the job's end, or a failure.</summary>
    Running,

    /// <summary>For tasks to stop, as everything is committed.</summary>
    Finishing,

    /// <summary>For tasks to stop, whatever they were doing.</summary>
    Canceling,

    /// <summary>For the delay before the next attempt.</summary>
    Waiting,

    /// <summary>For another job manager, which goes on with the job.</summary>
    HandedOver,

    /// <summary>For the end to be durable.</summary>
    Ending,

    /// <summary>For nothing.</summary>
    Ended,
}
