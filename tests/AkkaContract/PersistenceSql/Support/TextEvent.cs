namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

/// <summary>An event whose bytes and manifest the tests know, so that they can write and read rows by hand.</summary>
public sealed record TextEvent(string Text);
