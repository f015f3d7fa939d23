namespace Akka.Flink.Jobs.Engine;

/// <summary>Runs jobs of the engine.</summary>
internal interface IJobDriver : IDisposable
{
    /// <summary>Runs a job to its end.</summary>
    /// <param name="run">The job, and what it is run with.</param>
    /// <param name="meter">Measures it.</param>
    /// <returns>What it found.</returns>
    Outcome Run(JobCase run, RunMeter meter);
}
