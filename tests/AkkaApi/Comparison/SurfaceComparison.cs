namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared.ApiText;

/// <summary>Holds what we declare against the listing: nothing that is not there, nothing that is there otherwise.</summary>
/// <param name="official">The listing of the assembly that ours stands for.</param>
/// <param name="anywhere">Any official type, of that assembly or another, by its look-up name.</param>
/// <param name="exists">Whether a type, by its look-up name, is to be had on our side: in the slice or in a library.</param>
internal sealed class SurfaceComparison(OfficialListing official, Func<string, OfficialType?> anywhere, Func<string, bool> exists)
{
    public SurfaceReport Compare(string assembly, IReadOnlyList<ApiType> ours)
    {
        var differences = ours.SelectMany(type => Compare(type).Select(difference => $"{type.Name}: {difference}")).ToList();
        return new SurfaceReport(assembly, ours.Count, ours.Sum(type => type.Members.Count), differences);
    }

    private static string Differs(string ours, string theirs) => $"differs: ours '{ours}' official '{theirs}'";

    private static IEnumerable<string> CompareMembers(ApiType ours, OfficialType theirs)
    {
        var listed = theirs.Members.ToHashSet();
        foreach (var member in ours.Members.Select(ListingText.Normal).Where(member => !listed.Contains(member)))
        {
            var nearest = Nearest(member, theirs.Members);
            yield return nearest is null ? $"not in the official API: '{member}'" : Differs(member, nearest);
        }
    }

    private static string? Nearest(string member, IEnumerable<string> candidates)
    {
        var name = ListingText.NameOf(member);
        return candidates
            .Where(candidate => ListingText.NameOf(candidate) == name)
            .MaxBy(candidate => candidate.Split(' ', ',').Intersect(member.Split(' ', ',')).Count());
    }

    private static bool IsInterface(string written)
    {
        var simple = written.Split('<')[0].Split('.')[^1];
        return simple.Length > 1 && simple[0] == 'I' && char.IsUpper(simple[1]);
    }

    private IEnumerable<string> Compare(ApiType ours)
    {
        if (official.Find(ours.Name) is not { } theirs)
            return [$"not in the official API: '{ours.Declaration}'"];
        return CompareDeclaration(ours, theirs).Concat(CompareBases(ours, theirs)).Concat(CompareMembers(ours, theirs));
    }

    private static IEnumerable<string> CompareDeclaration(ApiType ours, OfficialType theirs)
    {
        var declaration = ListingText.Normal(ours.Declaration);
        if (declaration != theirs.Declaration)
            yield return Differs(declaration, theirs.Declaration);
    }

    private IEnumerable<string> CompareBases(ApiType ours, OfficialType theirs)
    {
        var officialBase = theirs.Bases.FirstOrDefault(parent => !IsInterface(parent));
        if (ours.Base != officialBase)
            yield return Differs($"base {ours.Base ?? "object"}", $"base {officialBase ?? "object"}");

        foreach (var extra in ours.Interfaces.Except(theirs.Bases).Where(extra => !IsInherited(extra, theirs)))
            yield return $"not in the official API: interface '{extra}'";

        var missing = theirs.Bases.Where(IsInterface).Except(ours.AllInterfaces).Where(parent => exists(TypeNames.Key(parent)));
        foreach (var parent in missing)
            yield return $"lacks interface '{parent}' of the official API";
    }

    private bool IsInherited(string parent, OfficialType theirs) =>
        theirs.Bases.Select(TypeNames.Key).Select(anywhere).Any(above =>
            above is not null && (above.Bases.Contains(parent) || IsInherited(parent, above)));
}
