namespace Akka.Flink.Conformance.Tests;

/// <summary>Why a case failed.</summary>
/// <param name="Mode">In which mode.</param>
/// <param name="Step">The step that differs, from 0; -1 for building.</param>
/// <param name="StepText">The step.</param>
/// <param name="Expected">What was expected of it.</param>
/// <param name="Got">What came.</param>
/// <param name="MissingFeature">What the engine does not have yet; null when it has all it takes.</param>
internal sealed record Failure(RunMode Mode, int Step, string StepText, string Expected, string Got, string? MissingFeature = null);
