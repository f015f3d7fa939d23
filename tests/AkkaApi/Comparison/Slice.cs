namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Akka.Flink.Shared.ApiText;
using Akka.Flink.Shared.Repository;
using Microsoft.CodeAnalysis;

/// <summary>The built assemblies of the bundled slice, read once.</summary>
internal static class Slice
{
    private static readonly ApiReader Reader = new();

    /// <summary>The names of the assemblies under <c>akka/</c>.</summary>
    public static IReadOnlyList<string> Assemblies { get; } =
        [.. new DirectoryInfo(RepositoryRoot.At("akka")).EnumerateDirectories().Select(entry => entry.Name).Order(StringComparer.Ordinal)];

    public static AssemblySet Assembled { get; } = new();

    /// <summary>Every visible type of the slice by look-up name.</summary>
    public static IReadOnlyDictionary<string, ApiType> Types { get; } =
        Assemblies.Select(Find).SelectMany(Reader.Read).ToDictionary(type => type.Name);

    public static IReadOnlyList<ApiType> Read(string assembly) => Reader.Read(Find(assembly));

    /// <summary>Whether a type is to be had: in the slice, or in a library that it stands on.</summary>
    public static bool Has(string name) => Types.ContainsKey(name)
        || !name.StartsWith("Akka.", StringComparison.Ordinal) && Assembled.Compilation.GetTypesByMetadataName(name).Length > 0;

    private static IAssemblySymbol Find(string name) => Assembled.Find(name)
        ?? throw new InvalidOperationException($"The assembly {name} is not beside this test: build tests/AkkaApi anew.");
}
