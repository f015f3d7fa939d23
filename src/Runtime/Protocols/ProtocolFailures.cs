namespace Akka.Flink.Runtime;

/// <summary>Every way in which an attempt fails without a task that says why.</summary>
internal static class ProtocolFailures
{
    public static TaskFailure TooManyCheckpoints(CheckpointState state, string? reason) => new(ErrorDomain.External, true,
        $"{state.Failures} checkpoints failed in a row, of which 'execution.checkpointing.tolerable-failed-checkpoints' allows " +
        $"{state.Settings.TolerableFailures}. The last one: {reason} Raise the number, or 'execution.checkpointing.timeout', if the " +
        "job is to go on without checkpoints.", null, null);

    public static TaskFailure TaskGone(AttemptId attempt, SubtaskId subtask) => new(ErrorDomain.Internal, true,
        $"The task of subtask {subtask} (vertex.subtask) of attempt {attempt} ended without saying why: its node is gone, or it had " +
        "not heard of its job master for 'heartbeat.timeout'. See the node's log.", null, null);

    public static TaskFailure NodeLost(AttemptId attempt, JobInputs.NodeLost lost) => new(ErrorDomain.External, true,
        $"Node '{lost.Node}' is lost, which ran tasks of attempt {attempt}: {lost.Reason} The job goes on from its last checkpoint on " +
        "the other nodes, if their slots suffice. See the node's log for why it is gone.", null, null);

    public static TaskFailure DrainFailed(AttemptId attempt, string? reason) => new(ErrorDomain.External, true,
        $"Attempt {attempt} was drained and its savepoint came to nothing: {reason} Its sources have ended, so the job goes on from its " +
        "last checkpoint, where they had not. See to the savepoint's directory and stop the job again.", null, null);

    public static TaskFailure Stuck(JobState state)
    {
        var stuck = new List<SubtaskId>();
        for (var i = 0; i < state.Stages.Length; i++)
        {
            if (state.Stages[i] != TaskStage.Stopped)
                stuck.Add(state.Plan.Subtasks[i].Subtask);
        }

        return new TaskFailure(ErrorDomain.Function, false,
            $"{stuck.Count} tasks of attempt {state.AttemptId} did not stop within {state.Settings.Tasks.CancellationTimeout} " +
            $"('task.cancellation.timeout'): {string.Join(", ", stuck)} (vertex.subtask). A function in them blocks its thread. " +
            $"{(state.Failure is { } failure ? "They were to stop because: " + failure.Message : "")}", null, null);
    }
}
