namespace Akka.Flink.Operators;

/// <summary>The sink of a subtask, whatever its records are.</summary>
internal interface ISinkOperator
{
    /// <summary>Whether its writer took no more when it was last asked.</summary>
    bool IsHeld { get; }

    /// <summary>Waits until the writer may take more.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="JobException">The writer has failed.</exception>
    Task WaitAsync(CancellationToken cancellationToken);
}
