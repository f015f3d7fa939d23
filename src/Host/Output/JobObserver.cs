namespace Akka.Flink.Host.Output;

using System.Threading.Channels;
using Akka.Flink.Runtime;

/// <summary>Shows what is heard of a job, from a thread of its own kind: a terminal that does not take what is written holds up no
/// actor.</summary>
internal sealed class JobObserver : IAsyncDisposable
{
    private readonly Channel<JobEvent> _heard = Channel.CreateUnbounded<JobEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly JobViewer _viewer;
    private readonly IJobDisplay _display;
    private readonly IDisposable _subscription;
    private readonly Task _showing;
    private int _attemptWithCheckpoint;

    /// <summary>Begins to show.</summary>
    /// <param name="client">The job.</param>
    /// <param name="viewer">Makes views.</param>
    /// <param name="display">Where to.</param>
    public JobObserver(IJobClient client, JobViewer viewer, IJobDisplay display)
    {
        _viewer = viewer;
        _display = display;
        _subscription = client.Subscribe(heard => _heard.Writer.TryWrite(heard));
        _showing = Task.Run(ShowAsync);
    }

    /// <summary>The last view. To be read after the end.</summary>
    public JobView View => _viewer.View;

    /// <summary>Shows what was heard until now, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _subscription.Dispose();
        _heard.Writer.TryComplete();
        await _showing.ConfigureAwait(false);
    }

    private async Task ShowAsync()
    {
        await foreach (var heard in _heard.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            _viewer.Apply(heard);
            foreach (var line in EventText.Of(heard))
                _display.Line(line);
            NoteFirstCheckpoint(heard);
            _display.Show(_viewer.View);
        }
    }

    // From here on a failure does not cost everything since the start of the attempt.
    private void NoteFirstCheckpoint(JobEvent heard)
    {
        if (heard is CheckpointDone { Kind: CheckpointKind.Periodic } done && done.Checkpoint.Attempt != _attemptWithCheckpoint)
        {
            _attemptWithCheckpoint = done.Checkpoint.Attempt;
            _display.Line($"First checkpoint of attempt {done.Checkpoint.Attempt} is complete: checkpoint {done.Checkpoint.Number}.");
        }
    }
}
