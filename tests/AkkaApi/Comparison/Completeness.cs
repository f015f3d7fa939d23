namespace Akka.Flink.AkkaApi.Tests.Comparison;

using System.Text.RegularExpressions;
using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared.ApiText;
using Microsoft.CodeAnalysis;

/// <summary>
/// What code outside the slice implements or derives from has to be complete in it: a class that compiles on the slice must compile on the
/// official packages, where a missing abstract member is an error.
/// </summary>
internal sealed partial class Completeness(IReadOnlyDictionary<string, ApiType> slice)
{
    private readonly HashSet<string> _known = [.. slice.Keys.Select(WithoutArity)];

    /// <summary>
    /// The interfaces and base classes from <paramref name="providers"/> that types of the assembly have, by look-up name.
    /// </summary>
    public static IEnumerable<string> ImplementedBy(IAssemblySymbol assembly, ISet<string> providers) =>
        ApiReader.All(assembly)
            .SelectMany(type => type.AllInterfaces.Concat(Ancestors(type)))
            .Select(type => type.OriginalDefinition)
            .Where(type => providers.Contains(type.ContainingAssembly?.Name ?? ""))
            .Select(type => TypeNames.Key(TypeNames.Declare(type)))
            .Distinct();

    /// <summary>The listed members that a type of ours lacks although every type in their signature is there.</summary>
    public IEnumerable<string> Missing(OfficialType theirs)
    {
        if (!slice.TryGetValue(theirs.Name, out var ours))
            return [];
        var have = ours.Members.Select(ListingText.Normal).ToHashSet();
        return theirs.Obligations
            .Where(member => !have.Contains(member) && TypesOf(member).All(_known.Contains))
            .Select(member => $"{theirs.Name}: implemented outside the slice and lacks '{member}'");
    }

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
            yield return parent;
    }

    private static string WithoutArity(string name) => Arity().Replace(name, "");

    private static IEnumerable<string> TypesOf(string member) => AkkaName().Matches(member).Select(match => match.Value);

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"\bAkka(\.\w+)+")]
    private static partial Regex AkkaName();
}
