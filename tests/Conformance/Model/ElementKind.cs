namespace Akka.Flink.Conformance.Tests;

/// <summary>What an element of a case's output is.</summary>
internal enum ElementKind
{
    Record,
    Watermark,
    Idle,
    Active,
    Invoke,
    Error,
}
