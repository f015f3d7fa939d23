namespace Akka.Flink.State.Tests.Serialization;

internal sealed record Node(int Value, Node? Next);
