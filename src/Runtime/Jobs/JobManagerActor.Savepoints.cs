namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Actor;
using static ClusterProtocol;

/// <content>Savepoints that REST APIs ask for, and how far they are.</content>
internal sealed partial class JobManagerActor
{
    private const int SavepointsKept = 20;

    private readonly Dictionary<JobId, ImmutableList<SavepointDescription>> _savepoints = [];   // while this manager leads

    private void HearSavepoints()
    {
        Command<SaveJob>(save => Answer(() => OnSaveJob(save)));
        Command<ListSavepoints>(list => Answer(() =>
            Sender.Tell(new SavepointList([.. _savepoints.GetValueOrDefault(Find(list.Job).Job, [])]))));
    }

    private void OnSavepointStands(JobMasterProtocol.SavepointStands stands)
    {
        var known = _savepoints.GetValueOrDefault(stands.Job, []);
        var index = known.FindIndex(each => each.Path == stands.Savepoint.Path);
        known = index < 0 ? known.Add(stands.Savepoint) : known.SetItem(index, stands.Savepoint);
        _savepoints[stands.Job] = known.Count > SavepointsKept ? known.RemoveAt(0) : known;
    }

    private void OnSaveJob(SaveJob save)
    {
        var record = Find(save.Job);
        if (!_runs.TryGetValue(record.Job, out var run) || run is not { Master: { } master, Submission: { } submission })
            throw ClusterErrors.NotRunning(record);
        if (submission.Settings.Checkpoints.Interval is null)
            throw SavepointErrors.NeedsCheckpoints(record.Name);

        var directory = save.IsSaved ? DirectoryOf(save, submission) : null;
        if (directory is not null)
        {
            OnSavepointStands(new JobMasterProtocol.SavepointStands(
                record.Job, new SavepointDescription(directory, SavepointStatus.InProgress, null, _services.Clock.GetUtcNow(), 0)));
        }

        master.Tell(new JobMasterProtocol.TakeSavepoint(directory, save.Stop, save.Drain));
        Sender.Tell(new SavepointBegun(directory));
    }

    private static string DirectoryOf(SaveJob save, JobSubmission submission)
    {
        var parent = save.Directory ?? submission.Settings.Checkpoints.SavepointDirectory
            ?? throw SavepointErrors.NoDirectory(submission.Graph.Name);
        return Path.IsPathFullyQualified(parent)
            ? SavepointDirectory.NewIn(parent, submission.JobId)
            : throw SavepointErrors.NotAbsolute(parent);
    }

    private Task<ProgramCaptured> CaptureWithSavepoint(SubmitProgram submit, IActorRef client) => Begin(
        async () =>
        {
            var captured = await Capture(submit.Job, submit.Program).ConfigureAwait(false);
            var recovery = captured.Settings.Recovery;
            if (recovery.Path is not { } path)
                return new ProgramCaptured(submit, client, captured, null);
            if (!Path.IsPathFullyQualified(path))
                throw SavepointErrors.NotAbsolute(path);
            if (captured.Settings.Checkpoints.Interval is null)
                throw SavepointErrors.NeedsCheckpoints(captured.Graph.Name);

            return new ProgramCaptured(submit, client, captured, null)
            {
                Savepoint = SavepointDirectory.Open(path, recovery.IgnoresUnclaimed),
            };
        },
        cause => new ProgramCaptured(submit, client, null, cause));

    private static async Task<T> Begin<T>(Func<Task<T>> begin, Func<Exception, T> fail)
    {
        try
        {
            return await Task.Run(begin).ConfigureAwait(false);
        }
        catch (Exception cause)   // users' code, and the disk: whatever it is, the client hears of it
        {
            return fail(cause);
        }
    }
}
