namespace Akka.Flink.AkkaApi.Tests.Listing;

/// <summary>One type as the listing of the official API has it.</summary>
/// <param name="Name">Full name with the number of type parameters, <c>Akka.Util.Option`1</c>.</param>
/// <param name="Declaration">Modifiers, kind, full name with type parameters and their constraints.</param>
/// <param name="Bases">The base class, if any, and the interfaces; the listing does not tell one from the other.</param>
/// <param name="Members">Its visible members, one line each, with their constraints.</param>
internal sealed record OfficialType(string Name, string Declaration, IReadOnlyList<string> Bases, IReadOnlyList<string> Members)
{
    public bool IsInterface => Declaration.StartsWith("public interface", StringComparison.Ordinal);

    public bool IsAbstract => Declaration.StartsWith("public abstract class", StringComparison.Ordinal);

    /// <summary>What one who implements or derives from this type relies on or has to write.</summary>
    public IEnumerable<string> Obligations =>
        IsInterface ? Members : Members.Where(member => member.Contains(" abstract ", StringComparison.Ordinal));
}
