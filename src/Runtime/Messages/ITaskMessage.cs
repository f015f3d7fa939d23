namespace Akka.Flink.Runtime;

/// <summary>What a job master and a task say to each other. A receiver drops what belongs to another attempt.</summary>
internal interface ITaskMessage : IWireMessage
{
    /// <summary>The attempt.</summary>
    AttemptId Attempt { get; }
}
