namespace Akka.Flink.Conformance.Tests;

/// <summary>What a step of a case's input does.</summary>
internal enum StepKind
{
    Record,
    Watermark,
    ProcessingTime,
    Idle,
    Active,
    SnapshotRestore,
    EndOfInput,
    Complete,
    Fail,
}
