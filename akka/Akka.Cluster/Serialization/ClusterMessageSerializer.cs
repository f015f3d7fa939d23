namespace Akka.Cluster.Serialization;

using Akka.Actor;
using Akka.Cluster.Serialization.Proto.Msg;
using Akka.Serialization;
using Google.Protobuf;
using static Akka.Cluster.InternalClusterAction;
using static Akka.Cluster.Serialization.MembershipMapping;
using SerializationException = System.Runtime.Serialization.SerializationException;

/// <summary>The messages between the members' daemons, in the official form.</summary>
public class ClusterMessageSerializer : SerializerWithStringManifest
{
    private const string JoinManifest = "Akka.Cluster.InternalClusterAction+Join, Akka.Cluster";
    private const string WelcomeManifest = "Akka.Cluster.InternalClusterAction+Welcome, Akka.Cluster";
    private const string LeaveManifest = "Akka.Cluster.ClusterUserAction+Leave, Akka.Cluster";
    private const string DownManifest = "Akka.Cluster.ClusterUserAction+Down, Akka.Cluster";
    private const string InitJoinManifest = "Akka.Cluster.InternalClusterAction+InitJoin, Akka.Cluster";
    private const string InitJoinAckManifest = "Akka.Cluster.InternalClusterAction+InitJoinAck, Akka.Cluster";
    private const string InitJoinNackManifest = "Akka.Cluster.InternalClusterAction+InitJoinNack, Akka.Cluster";
    private const string HeartbeatManifest = "HB";
    private const string HeartbeatRspManifest = "HBR";
    private const string OldHeartbeatManifest = "Akka.Cluster.ClusterHeartbeatSender+Heartbeat, Akka.Cluster";
    private const string OldHeartbeatRspManifest = "Akka.Cluster.ClusterHeartbeatSender+HeartbeatRsp, Akka.Cluster";
    private const string ExitingConfirmedManifest = "Akka.Cluster.InternalClusterAction+ExitingConfirmed, Akka.Cluster";
    private const string GossipStatusManifest = "Akka.Cluster.GossipStatus, Akka.Cluster";
    private const string GossipEnvelopeManifest = "Akka.Cluster.GossipEnvelope, Akka.Cluster";

    private readonly bool _usesOldHeartbeats;

    public ClusterMessageSerializer(ExtendedActorSystem system)
        : base(system) =>
        _usesOldHeartbeats = system.Settings.Config.GetBoolean("akka.cluster.use-legacy-heartbeat-message");

    public override string Manifest(object o) => o switch
    {
        Join => JoinManifest,
        Welcome => WelcomeManifest,
        Leave => LeaveManifest,
        Down => DownManifest,
        InitJoin => InitJoinManifest,
        InitJoinAck => InitJoinAckManifest,
        InitJoinNack => InitJoinNackManifest,
        Heartbeat => _usesOldHeartbeats ? OldHeartbeatManifest : HeartbeatManifest,
        HeartbeatRsp => _usesOldHeartbeats ? OldHeartbeatRspManifest : HeartbeatRspManifest,
        ExitingConfirmed => ExitingConfirmedManifest,
        GossipStatus => GossipStatusManifest,
        GossipEnvelope => GossipEnvelopeManifest,
        _ => throw Unknown(o),
    };

    public override byte[] ToBinary(object obj) => obj switch
    {
        Heartbeat heartbeat => _usesOldHeartbeats
            ? ToProto(heartbeat.From).ToByteArray()
            : new HeartbeatData
            {
                From = ToProto(heartbeat.From),
                SequenceNr = heartbeat.SequenceNr,
                CreationTime = heartbeat.CreationTimeNanos,
            }.ToByteArray(),
        HeartbeatRsp answer => _usesOldHeartbeats
            ? ToProto(answer.From).ToByteArray()
            : new HeartbeatResponseData
            {
                From = ToProto(answer.From),
                SequenceNr = answer.SequenceNr,
                CreationTime = answer.CreationTimeNanos,
            }.ToByteArray(),
        GossipEnvelope envelope => new GossipEnvelopeData
        {
            From = ToProto(envelope.From),
            To = ToProto(envelope.To),
            SerializedGossip = ToProto(envelope.Gossip).ToByteString(),
        }.ToByteArray(),
        GossipStatus status => ToProto(status).ToByteArray(),
        Join join => new JoinData { Node = ToProto(join.Node), Roles = { join.Roles } }.ToByteArray(),
        Welcome welcome => new WelcomeData { From = ToProto(welcome.From), Gossip = ToProto(welcome.Gossip) }.ToByteArray(),
        Leave leave => ToProto(leave.Address).ToByteArray(),
        Down down => ToProto(down.Address).ToByteArray(),
        InitJoin => [],
        InitJoinAck ack => ToProto(ack.Address).ToByteArray(),
        InitJoinNack nack => ToProto(nack.Address).ToByteArray(),
        ExitingConfirmed confirmed => ToProto(confirmed.Address).ToByteArray(),
        _ => throw Unknown(obj),
    };

    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        HeartbeatManifest => ToHeartbeat(HeartbeatData.Parser.ParseFrom(bytes)),
        HeartbeatRspManifest => ToAnswer(HeartbeatResponseData.Parser.ParseFrom(bytes)),
        OldHeartbeatManifest => new Heartbeat(AddressFrom(bytes), -1, -1),
        OldHeartbeatRspManifest => new HeartbeatRsp(UniqueAddressFrom(bytes), -1, -1),
        GossipEnvelopeManifest => ToEnvelope(GossipEnvelopeData.Parser.ParseFrom(bytes)),
        GossipStatusManifest => FromProto(GossipStatusData.Parser.ParseFrom(bytes)),
        JoinManifest => ToJoin(JoinData.Parser.ParseFrom(bytes)),
        WelcomeManifest => ToWelcome(WelcomeData.Parser.ParseFrom(bytes)),
        LeaveManifest => new Leave(AddressFrom(bytes)),
        DownManifest => new Down(AddressFrom(bytes)),
        InitJoinManifest => new InitJoin(),
        InitJoinAckManifest => new InitJoinAck(AddressFrom(bytes)),
        InitJoinNackManifest => new InitJoinNack(AddressFrom(bytes)),
        ExitingConfirmedManifest => new ExitingConfirmed(UniqueAddressFrom(bytes)),
        _ => throw new SerializationException(
            $"Unknown manifest [{manifest}] in [{nameof(ClusterMessageSerializer)}]; a newer node may have sent it."),
    };

    private static Address AddressFrom(byte[] bytes) => FromProto(AddressData.Parser.ParseFrom(bytes));

    private static UniqueAddress UniqueAddressFrom(byte[] bytes) => FromProto(UniqueAddressData.Parser.ParseFrom(bytes));

    private static Heartbeat ToHeartbeat(HeartbeatData data) => new(FromProto(data.From), data.SequenceNr, data.CreationTime);

    private static HeartbeatRsp ToAnswer(HeartbeatResponseData data) => new(FromProto(data.From), data.SequenceNr, data.CreationTime);

    private static Join ToJoin(JoinData data) => new(FromProto(data.Node), [.. data.Roles]);

    private static Welcome ToWelcome(WelcomeData data) => new(FromProto(data.From), FromProto(data.Gossip));

    private static GossipEnvelope ToEnvelope(GossipEnvelopeData data) => new(
        FromProto(data.From), FromProto(data.To), FromProto(GossipData.Parser.ParseFrom(data.SerializedGossip)));

    private static ArgumentException Unknown(object obj) =>
        new($"Can't serialize object of type [{obj.GetType()}] in [{nameof(ClusterMessageSerializer)}]: it is no message of the cluster.");
}
