namespace Akka.Remote.Serialization;

using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Serialization.Proto;
using Akka.Serialization;
using Google.Protobuf;

/// <summary>Messages between cells.</summary>
public sealed class SystemMessageSerializer : Serializer
{
    public SystemMessageSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public override bool IncludeManifest => true;

    public override byte[] ToBinary(object obj) => obj switch
    {
        Watch watch => Watching(watch.Watchee, watch.Watcher),
        Unwatch unwatch => Watching(unwatch.Watchee, unwatch.Watcher),
        DeathWatchNotification died => new DeathWatchNotificationData
        {
            Actor = NestedReference.Of(died.Actor),
            ExistenceConfirmed = died.ExistenceConfirmed,
            AddressTerminated = died.AddressTerminated,
        }.ToByteArray(),
        Terminate or Suspend => [],
        Resume resume => Cause(resume.CausedByFailure),
        Recreate recreate => Cause(recreate.Cause),
        Create create => Cause(create.Failure),
        Failed failed => new FailedData
        {
            Child = NestedReference.Of(failed.Child),
            Cause = NestedException.Of(failed.Cause),
            Uid = failed.Uid,
        }.ToByteArray(),
        Supervise supervise => new SuperviseData { Child = NestedReference.Of(supervise.Child), Async = supervise.Async }.ToByteArray(),
        _ => throw RemotingSerializationErrors.CannotWrite(this, obj),
    };

    public override object FromBinary(byte[] bytes, Type type) => type?.Name switch
    {
        nameof(Watch) when WatchData.Parser.ParseFrom(bytes) is var data => new Watch(Read(data.Watchee), Read(data.Watcher)),
        nameof(Unwatch) when WatchData.Parser.ParseFrom(bytes) is var data => new Unwatch(Read(data.Watchee), Read(data.Watcher)),
        nameof(DeathWatchNotification) when DeathWatchNotificationData.Parser.ParseFrom(bytes) is var data =>
            new DeathWatchNotification(Read(data.Actor), data.ExistenceConfirmed, data.AddressTerminated),
        nameof(Terminate) => new Terminate(),
        nameof(Suspend) => new Suspend(),
        nameof(Resume) => new Resume(ReadCause(bytes)),
        nameof(Recreate) => new Recreate(ReadCause(bytes)),
        nameof(Create) => new Create(ReadCause(bytes) as ActorInitializationException),
        nameof(Failed) when FailedData.Parser.ParseFrom(bytes) is var data =>
            new Failed(Read(data.Child), NestedException.Read(data.Cause), data.Uid),
        nameof(Supervise) when SuperviseData.Parser.ParseFrom(bytes) is var data => new Supervise(Read(data.Child), data.Async),
        _ => throw RemotingSerializationErrors.UnknownManifest(this, type),
    };

    private static byte[] Watching(IActorRef watchee, IActorRef watcher) =>
        new WatchData { Watchee = NestedReference.Of(watchee), Watcher = NestedReference.Of(watcher) }.ToByteArray();

    private static byte[] Cause(Exception cause) => new CauseData { Cause = NestedException.Of(cause) }.ToByteArray();

    private static Exception ReadCause(byte[] bytes) => NestedException.Read(CauseData.Parser.ParseFrom(bytes).Cause);

    private IInternalActorRef Read(ActorRefData reference) => NestedReference.Read(reference, system);
}
