namespace Akka.Flink.Sources;

/// <summary>Says how many records the readers of a source may take, such as so many a second: see
/// <see cref="GatedSource.Behind{T}"/>.</summary>
/// <remarks><para><b>Threads.</b> Any: shared by all readers of the source in a process.</para></remarks>
public interface ISourceGate
{
    /// <summary>Called when a reader begins.</summary>
    /// <param name="parallelism">How many readers there are in all processes.</param>
    void Join(int parallelism)
    {
    }

    /// <summary>Called when a reader that has begun ends.</summary>
    /// <param name="parallelism">How many readers there are in all processes.</param>
    void Leave(int parallelism)
    {
    }

    /// <summary>Takes permits, each for one record.</summary>
    /// <param name="wanted">How many at most.</param>
    /// <returns>How many there are; 0 when it is worth waiting for <see cref="WaitAsync"/>.</returns>
    int Take(int wanted);

    /// <summary>Takes back permits that were not used.</summary>
    /// <param name="count">How many; negative where more records came than there were permits.</param>
    void Return(int count);

    /// <summary>Waits until there may be permits.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Ends when <see cref="Take"/> is worth calling again.</returns>
    Task WaitAsync(CancellationToken cancellationToken);
}
