namespace Akka.Flink.State.Tests.Serialization;

internal enum Level : byte
{
    Low = 1,
    High = 200,
}
