namespace Akka.Flink.Host.Output;

/// <summary>Shows a job to whoever started it.</summary>
/// <remarks><para><b>Threads.</b> Lines from any; views from one.</para></remarks>
internal interface IJobDisplay : IDisposable
{
    /// <summary>Shows how the job is doing.</summary>
    /// <param name="view">What there is to see.</param>
    void Show(JobView view);

    /// <summary>Writes a line that stays.</summary>
    /// <param name="text">The line.</param>
    void Line(string text);
}
