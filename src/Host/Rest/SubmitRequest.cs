namespace Akka.Flink.Host.Rest;

using System.Collections.Immutable;

/// <summary>A program to run.</summary>
/// <param name="Artifact">The hash of its uploaded archive.</param>
/// <param name="Assembly">The file name of its assembly in the archive.</param>
/// <param name="ClassName">The class whose Main is called, or null for the entry point.</param>
/// <param name="Arguments">The program's own arguments.</param>
/// <param name="Assignments">Settings, 'key=value', that win over those of the nodes.</param>
/// <param name="Restart">Whether a job that has finished is to run anew.</param>
internal sealed record SubmitRequest(
    string Artifact,
    string Assembly,
    string? ClassName = null,
    ImmutableArray<string>? Arguments = null,
    ImmutableArray<string>? Assignments = null,
    bool Restart = false);
