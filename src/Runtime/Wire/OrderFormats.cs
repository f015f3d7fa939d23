namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using static ClusterProtocol;
using static WireFormat;

/// <summary>What nodes and their REST APIs say to the job manager, and what it answers.</summary>
internal static class OrderFormats
{
    /// <summary>The table.</summary>
    public static ImmutableArray<WireFormat> All =>
    [
        Of<RegisterNode>("RN1", (to, message) => to.Write(message.Description), from => new RegisterNode(from.ReadNodeDescription())),
        Of<NodeAccepted>("NK1", (to, message) => to.WriteLong(message.Term), from => new NodeAccepted(from.ReadLong())),
        Of<NodeRefused>("NR1", (to, message) => to.Write(message.Reason), from => new NodeRefused(from.ReadString())),
        Of<NodeLeaves>("NL1", (to, message) => to.Write(message.Node), from => new NodeLeaves(from.ReadString())),
        Of<NodeMayLeave>("NM1", (to, message) => to.Write(message.Node), from => new NodeMayLeave(from.ReadString())),
        Of<LeaveCluster>("LC1", (_, _) => { }, _ => new LeaveCluster()),
        Of<SubmitProgram>("SP1",
            (to, message) =>
            {
                to.Write(message.Job);
                to.Write(message.Program);
                to.Write(message.Restart);
            },
            from => new SubmitProgram(from.ReadJob(), from.ReadProgram(), from.ReadBool())),
        Of<ListJobs>("LJ1", (_, _) => { }, _ => new ListJobs()),
        Of<DescribeJob>("DJ1", (to, message) => to.Write(message.Job), from => new DescribeJob(from.ReadString())),
        Of<CancelJob>("CJ1", (to, message) => to.Write(message.Job), from => new CancelJob(from.ReadString())),
        Of<StopJob>("SJ1", (to, message) => to.Write(message.Job), from => new StopJob(from.ReadString())),
        Of<RescaleJob>("RJ1",
            (to, message) =>
            {
                to.Write(message.Job);
                to.WriteInt(message.Parallelism);
                to.WriteOptional(message.Uid);
            },
            from => new RescaleJob(from.ReadString(), from.ReadInt(), from.ReadOptional())),
        Of<SaveJob>("VJ1",
            (to, message) =>
            {
                to.Write(message.Job);
                to.Write(message.IsSaved);
                to.WriteOptional(message.Directory);
                to.Write(message.Stop);
                to.Write(message.Drain);
            },
            from => new SaveJob(from.ReadString(), from.ReadBool(), from.ReadOptional(), from.ReadBool(), from.ReadBool())),
        Of<SavepointBegun>("VB1", (to, message) => to.WriteOptional(message.Path), from => new SavepointBegun(from.ReadOptional())),
        Of<ListSavepoints>("VQ1", (to, message) => to.Write(message.Job), from => new ListSavepoints(from.ReadString())),
        Of<SavepointList>("VL1",
            (to, message) => to.WriteAll(message.Savepoints, savepoint =>
            {
                to.Write(savepoint.Path);
                to.Write((byte)savepoint.Status);
                to.WriteOptional(savepoint.Reason);
                to.Write(savepoint.At);
                to.WriteFixed(savepoint.Bytes);
            }),
            from => new SavepointList(from.ReadAll(() => new SavepointDescription(
                from.ReadString(), from.ReadEnum<SavepointStatus>(), from.ReadOptional(), from.ReadMoment(), from.ReadFixed())))),
        Of<ListNodes>("LN1", (_, _) => { }, _ => new ListNodes()),
        Of<LeaveNode>("LV1", (to, message) => to.Write(message.Node), from => new LeaveNode(from.ReadString())),
        Of<OrderTaken>("OT1", (_, _) => { }, _ => new OrderTaken()),
        Of<RequestRefused>("RR1",
            (to, message) =>
            {
                to.Write((byte)message.Domain);
                to.Write(message.Message);
            },
            from => new RequestRefused(from.ReadEnum<ErrorDomain>(), from.ReadString())),
        Of<JobList>("JL1", (to, message) => to.WriteAll(message.Jobs, to.Write), from => new JobList(from.ReadAll(from.ReadJobSummary))),
        Of<JobDescribed>("JB1", (to, message) => to.Write(message.Description), from => new JobDescribed(from.ReadJobDescription())),
        Of<NodeList>("NN1",
            (to, message) => to.WriteAll(message.Nodes, to.Write), from => new NodeList(from.ReadAll(from.ReadNodeSummary))),
    ];
}
