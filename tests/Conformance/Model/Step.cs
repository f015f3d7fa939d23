namespace Akka.Flink.Conformance.Tests;

using System.Text.Json;

/// <summary>One step of a case's input.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Side">The input or channel, from 1; 1 where there is one only.</param>
/// <param name="Number">A watermark, a time, or the id of a call.</param>
/// <param name="Record">The record.</param>
/// <param name="Timestamp">The record's timestamp; null when it has none.</param>
/// <param name="Text">The step as the case has it, for reports.</param>
internal sealed record Step(StepKind Kind, int Side, long Number, JsonElement Record, long? Timestamp, string Text);
