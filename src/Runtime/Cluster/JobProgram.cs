namespace Akka.Flink.Runtime;

using System.Collections.Immutable;

/// <summary>What a node needs to build a job's graph by itself: it is recorded with the job, so that any later job manager can go
/// on.</summary>
/// <param name="Artifact">The content hash of the uploaded assemblies, lower-case hexadecimal SHA-256.</param>
/// <param name="Assembly">The file name of the program's assembly within the artifact.</param>
/// <param name="ClassName">The class whose Main is called, or <see langword="null"/> for the assembly's entry point.</param>
/// <param name="Arguments">The program's own arguments.</param>
/// <param name="Assignments">Settings of the command line, 'key=value', that win over those of the nodes.</param>
internal sealed record JobProgram(
    string Artifact, string Assembly, string? ClassName, ImmutableArray<string> Arguments, ImmutableArray<string> Assignments)
{
    private static readonly ImmutableSortedDictionary<string, int> NoParallelisms =
        ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The parallelism of single operators, by uid, which wins over that of all.</summary>
    public ImmutableSortedDictionary<string, int> Parallelisms { get; init; } = NoParallelisms;
}
