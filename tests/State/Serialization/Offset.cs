namespace Akka.Flink.State.Tests.Serialization;

internal enum Offset : long
{
    Back = -5,
    Forward = 7,
}
