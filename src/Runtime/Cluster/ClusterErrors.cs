namespace Akka.Flink.Runtime;

/// <summary>Every way in which nodes, slots and orders to a cluster fail, in one place.</summary>
internal static class ClusterErrors
{
    public static JobException SlotWithoutNode(string slot) => new(ErrorDomain.External,
        $"Slot '{slot}' has no node: the node in its name is not a member of the cluster, or has not registered its slots yet. What is " +
        "sent to it waits until it is there, or until its job is planned anew.");

    public static JobException OtherVersion(string node, string version, string own) => new(ErrorDomain.Definition,
        $"Node '{node}' runs Akka.Flink {version}, and the job manager {own}. All nodes of a cluster run the same version: install {own} " +
        "there, or update the others first.");

    public static JobException DuplicateName(JobId job, JobRecord other) => new(ErrorDomain.Definition,
        $"Job '{job}' cannot be called '{other.Name}': job '{other.Job}' runs under that name. Cancel or stop that one, or give this one " +
        "another name in ExecuteAsync.");

    public static JobException UnknownJob(string job, IEnumerable<string> known) => new(ErrorDomain.Definition,
        $"There is no job '{job}'. {Nearest(job, known)}See all with 'akka-flink list'.");

    public static JobException AmbiguousName(string name, IEnumerable<JobId> jobs) => new(ErrorDomain.Definition,
        $"Several jobs are called '{name}': {string.Join(", ", jobs.Select(job => $"'{job}'"))}. Name the one that is meant by its id.");

    public static JobException NotRunning(JobRecord job) => new(ErrorDomain.Definition,
        $"Job '{job.Job}' ({job.Name}) is {job.Status} and takes no such order. Submit it again first.");

    public static JobException WithoutCheckpoints(JobId job) => new(ErrorDomain.Definition,
        $"Job '{job}' takes no checkpoints, so it cannot go on at another parallelism without reading everything again. Set " +
        "'akka.flink.execution.checkpointing.interval'.");

    public static JobException ParallelismFollowsSlots(JobId job) => new(ErrorDomain.Definition,
        $"The parallelism of job '{job}' follows the slots, because 'akka.flink.cluster.scheduler-mode' is reactive. Start or stop " +
        "nodes, or set it to fixed.");

    public static JobException ParallelismOutOfRange(int parallelism, string of, int most) => new(ErrorDomain.Definition,
        $"A parallelism of {parallelism} was ordered for {of}, which takes 1 to {most}. The most is its maximum parallelism, which is " +
        "fixed once there is state.");

    public static JobException UnknownOperator(string uid, JobId job, IEnumerable<string> known) => new(ErrorDomain.Definition,
        $"Job '{job}' has no operator with the uid '{uid}'. {Nearest(uid, known)}It has {Quoted(known)}.");

    public static JobException UnknownNode(string node, IEnumerable<string> known) => new(ErrorDomain.Definition,
        $"There is no node '{node}'. {(known.Any() ? $"There are {Quoted(known)}" : "No node has registered")}. See 'akka-flink nodes'.");

    public static JobException CannotGoOn(JobId job) => new(ErrorDomain.External,
        $"The job manager of job '{job}' is gone, and another one leads. The job takes no checkpoints, so it cannot go on: submit it " +
        "again to run it from its start, or set 'akka.flink.execution.checkpointing.interval'.");

    public static TaskFailure CannotCapture(JobId job, Exception cause) => TaskFailure.Of(cause, cause is FlinkException
        ? cause.Message
        : $"The graph of job '{job}' could not be made of its program: {cause.GetType().Name}: {cause.Message} The log says more.");

    public static JobException CaptureTooSlow(JobProgram program, TimeSpan timeout) => new(ErrorDomain.Definition,
        $"The program {program.Assembly} did not come to ExecuteAsync within {timeout} ('akka.flink.cluster.capture-timeout'). Main must " +
        "build its job without waiting for what the job needs only when it runs; or raise the setting.");

    public static JobException NoPrograms(JobId job) => new(ErrorDomain.Internal,
        $"A task of job '{job}' is to be made of its program, and this node cannot load programs. Start the node with 'akka-flink node'.");

    public static ClusterUnavailableException NoAnswer(string asked, TimeSpan patience) => new(
        $"No job manager answered within {patience} when it was asked to {asked}. The cluster has none at the moment, or it is out of " +
        "reach: look at it before asking again, because what was asked for may have been done.");

    private static string Nearest(string name, IEnumerable<string> known) =>
        NearestName.Question(name, [.. known]);

    private static string Quoted(IEnumerable<string> names) =>
        string.Join(", ", names.Order(StringComparer.Ordinal).Select(name => $"'{name}'"));
}
