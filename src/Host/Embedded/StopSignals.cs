namespace Akka.Flink.Host.Embedded;

using System.Runtime.InteropServices;
using Akka.Flink.Runtime;

/// <summary>Turns Ctrl-C and SIGTERM into the end of a job: the first stops it, the second aborts the process.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly IJobClient _client;
    private readonly bool _takesCheckpoints;
    private readonly Action<string> _say;
    private readonly Action _abort;
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _count;

    /// <summary>Listens until disposed of.</summary>
    /// <param name="client">The job.</param>
    /// <param name="takesCheckpoints">Whether it can be stopped with a last checkpoint.</param>
    /// <param name="say">Told what happens.</param>
    /// <param name="abort">Ends the process at once.</param>
    public StopSignals(IJobClient client, bool takesCheckpoints, Action<string> say, Action abort)
    {
        _client = client;
        _takesCheckpoints = takesCheckpoints;
        _say = say;
        _abort = abort;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM])
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
    }

    /// <summary>The directory of the savepoint that the job is stopped with; null for none.</summary>
    public string? Savepoint { get; init; }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    /// <summary>Takes a signal.</summary>
    internal void Take()
    {
        if (Interlocked.Increment(ref _count) > 1)
        {
            _abort();
        }
        else if (Savepoint is { } directory)
        {
            _say($"Stopping with savepoint {directory}. Ctrl-C again aborts.");
            _client.StopWith(directory, drain: false);
        }
        else if (_takesCheckpoints)
        {
            _say("Stopping with a last checkpoint. Ctrl-C again aborts.");
            _client.Stop();
        }
        else
        {
            _say("Canceling: the job takes no checkpoints, so it cannot be resumed.");
            _client.Cancel();
        }
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;   // the process lives on until the job has ended
        Take();
    }
}
