namespace Akka.Flink.Conformance.Tests;

using System.Collections.Immutable;
using System.Text.Json;

/// <summary>What the original emits for a scripted input.</summary>
/// <param name="Id">The case's name, unique in all suites.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Title">The rule that it checks.</param>
/// <param name="Spec">The operator.</param>
/// <param name="Input">The steps.</param>
/// <param name="Expected">What comes out, by step; shorter than the input when an error ends the case.</param>
/// <param name="BuildError">The kind of error with which the operator must be refused; null when it must not.</param>
internal sealed record GoldenCase(
    string Id,
    string Suite,
    string Title,
    JsonElement Spec,
    ImmutableArray<Step> Input,
    ImmutableArray<ImmutableArray<ExpectedPart>> Expected,
    string? BuildError);
