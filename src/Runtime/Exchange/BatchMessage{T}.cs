namespace Akka.Flink.Runtime;

using Akka.Flink.Operators;

/// <summary>A batch on its way over a channel and back.</summary>
/// <typeparam name="T">The type of records.</typeparam>
internal sealed class BatchMessage<T> : BatchMessage
{
    /// <summary>The records.</summary>
    public RecordBatch<T> Records { get; } = new();
}
