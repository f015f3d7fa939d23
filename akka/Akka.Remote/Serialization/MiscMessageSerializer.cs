namespace Akka.Remote.Serialization;

using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Akka.Remote.Serialization.Proto;
using Akka.Serialization;
using Google.Protobuf;

/// <summary>The messages of the toolkit itself.</summary>
public sealed class MiscMessageSerializer : SerializerWithStringManifest
{
    private const string IdentifyManifest = "ID";
    private const string ActorIdentityManifest = "AID";
    private const string ActorRefManifest = "AR";
    private const string PoisonPillManifest = "PP";
    private const string KillManifest = "K";
    private const string StatusSuccessManifest = "SS";
    private const string StatusFailureManifest = "SF";
    private const string RemoteScopeManifest = "RS";
    private const string ConfigManifest = "CF";
    private const string HeartbeatManifest = "RWHB";
    private const string HeartbeatRspManifest = "RWHR";

    public MiscMessageSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override string Manifest(object obj) => obj switch
    {
        Identify => IdentifyManifest,
        ActorIdentity => ActorIdentityManifest,
        IActorRef => ActorRefManifest,
        RemoteWatcher.Heartbeat => HeartbeatManifest,
        RemoteWatcher.HeartbeatRsp => HeartbeatRspManifest,
        PoisonPill => PoisonPillManifest,
        Kill => KillManifest,
        Status.Success => StatusSuccessManifest,
        Status.Failure => StatusFailureManifest,
        RemoteScope => RemoteScopeManifest,
        Config => ConfigManifest,
        _ => throw RemotingSerializationErrors.CannotWrite(this, obj),
    };

    public override byte[] ToBinary(object obj) => obj switch
    {
        Identify identify => new IdentifyData { MessageId = NestedPayload.Of(identify.MessageId, system) }.ToByteArray(),
        ActorIdentity identity => Write(identity),
        IActorRef reference => NestedReference.Of(reference).ToByteArray(),
        RemoteWatcher.Heartbeat or PoisonPill or Kill => [],
        RemoteWatcher.HeartbeatRsp response => new RemoteWatcherHeartbeatRspData { Uid = response.AddressUid }.ToByteArray(),
        Status.Success success => new StatusSuccessData { Status = NestedPayload.Of(success.Status, system) }.ToByteArray(),
        Status.Failure failure => Write(failure),
        RemoteScope scope => Write(scope.Address),
        Config config => Encoding.UTF8.GetBytes(config.ToString(includeFallback: true)),
        _ => throw RemotingSerializationErrors.CannotWrite(this, obj),
    };

    public override object FromBinary(byte[] bytes, string manifest) => manifest switch
    {
        IdentifyManifest => new Identify(NestedPayload.Read(IdentifyData.Parser.ParseFrom(bytes).MessageId, system)),
        ActorIdentityManifest => ReadIdentity(bytes),
        ActorRefManifest => NestedReference.Read(ActorRefData.Parser.ParseFrom(bytes), system),
        HeartbeatManifest => RemoteWatcher.Heartbeat.Instance,
        HeartbeatRspManifest => new RemoteWatcher.HeartbeatRsp(RemoteWatcherHeartbeatRspData.Parser.ParseFrom(bytes).Uid),
        PoisonPillManifest => PoisonPill.Instance,
        KillManifest => Kill.Instance,
        StatusSuccessManifest => new Status.Success(NestedPayload.Read(StatusSuccessData.Parser.ParseFrom(bytes).Status, system)),
        StatusFailureManifest => ReadFailure(bytes),
        RemoteScopeManifest => ReadScope(bytes),
        ConfigManifest => ConfigurationFactory.ParseString(Encoding.UTF8.GetString(bytes)),
        _ => throw RemotingSerializationErrors.UnknownManifest(this, manifest),
    };

    private static byte[] Write(Address address) => new AddressData
    {
        Protocol = address.Protocol,
        System = address.System,
        Hostname = address.Host ?? "",
        Port = (uint)(address.Port ?? 0),
    }.ToByteArray();

    private static RemoteScope ReadScope(byte[] bytes)
    {
        var data = AddressData.Parser.ParseFrom(bytes);
        return new RemoteScope(data.Hostname.Length == 0
            ? new Address(data.Protocol, data.System)
            : new Address(data.Protocol, data.System, data.Hostname, (int)data.Port));
    }

    private byte[] Write(ActorIdentity identity) => new ActorIdentityData
    {
        CorrelationId = NestedPayload.Of(identity.MessageId, system),
        Subject = identity.Subject is null ? null : NestedReference.Of(identity.Subject),
    }.ToByteArray();

    private byte[] Write(Status.Failure failure) => new StatusFailureData
    {
        Cause = NestedException.Of(failure.Cause),
        State = NestedPayload.Of(failure.State, system),
    }.ToByteArray();

    private ActorIdentity ReadIdentity(byte[] bytes)
    {
        var data = ActorIdentityData.Parser.ParseFrom(bytes);
        return new ActorIdentity(NestedPayload.Read(data.CorrelationId, system), NestedReference.Read(data.Subject, system));
    }

    private Status.Failure ReadFailure(byte[] bytes)
    {
        var data = StatusFailureData.Parser.ParseFrom(bytes);
        return new Status.Failure(NestedException.Read(data.Cause), NestedPayload.Read(data.State, system));
    }
}
