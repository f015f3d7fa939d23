namespace Akka.Flink.Sinks;

/// <summary>Where a writer runs.</summary>
public interface ISinkContext
{
    /// <summary>The job, by the identity under which it is resumed; empty where a job has none.</summary>
    string JobId { get; }

    /// <summary>The attempt of the job, from 1, one more for each over all its runs; 0 where attempts are not counted.</summary>
    /// <remarks>By default 0.</remarks>
    long Attempt => 0;

    /// <summary>The sink's name.</summary>
    string OperatorName { get; }

    /// <summary>The operator's uid.</summary>
    string OperatorUid { get; }

    /// <summary>The subtask: 0 to <see cref="Parallelism"/> - 1.</summary>
    int SubtaskIndex { get; }

    /// <summary>How many subtasks there are.</summary>
    int Parallelism { get; }

    /// <summary>The checkpoint that the job goes on from; null when it starts afresh, and in a subtask that nothing was restored
    /// to.</summary>
    /// <remarks>Numbers of checkpoints rise over all attempts of a job, from the last completed one.</remarks>
    long? RestoredCheckpointId { get; }

    /// <summary>Says something that whoever runs the job must hear of, such as that data is lost. It is logged as an error; the job goes
    /// on.</summary>
    /// <param name="message">What.</param>
    /// <remarks>By default it is not said.</remarks>
    void Report(string message)
    {
    }

    /// <summary>The counter of a name, made if it is not there yet.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The counter.</returns>
    Counter Counter(string name);
}
