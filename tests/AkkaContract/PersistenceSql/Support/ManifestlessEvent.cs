namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>An event of a serializer without string manifests.</summary>
public sealed record ManifestlessEvent(byte Number);
