namespace Akka.Flink.AkkaApi.Tests.Listing;

using System.Text.RegularExpressions;

/// <summary>Levels the spellings that mean the same, in the listing and in our own text alike.</summary>
internal static partial class ListingText
{
    // How the listing prints an override that ends the line.
    private const string SealedOverride = "virtual ";

    public static string Normal(string text)
    {
        var normal = Attribute().Replace(text, "");
        normal = HidingModifier().Replace(normal, "$1 ");
        normal = UnsignedLiteral().Replace(normal, "$1");
        normal = normal.Replace("sealed override ", SealedOverride);
        normal = ArrayArguments().Replace(normal, "[");
        normal = normal.Replace("@", "").Replace(@"\'", "'");
        return Spaces().Replace(normal, " ").Trim();
    }

    /// <summary>The name that a member is called by: of a method without its type parameters, of an indexer <c>this</c>.</summary>
    public static string NameOf(string member)
    {
        var head = member.Split('(')[0].Split('[') is [var indexer, _, ..] && indexer.EndsWith(" this", StringComparison.Ordinal)
            ? indexer
            : member.Split('(')[0].Split(" { ")[0].Split(" = ")[0];
        return TypeParameters().Replace(head.TrimEnd(), "").Split(' ')[^1];
    }

    // The value of an attribute is cut over several lines in the listing.
    [GeneratedRegex(@"\[System\.[\w.]+\(new byte\[\] \{[^}]*\}\)\] ?")]
    private static partial Regex Attribute();

    // Whether a member hides another cannot be read from metadata.
    [GeneratedRegex(@"\b(public|protected) new ")]
    private static partial Regex HidingModifier();

    // A constant carries the suffix in the listing, a default value does not.
    [GeneratedRegex(@"(= \d+)u\b")]
    private static partial Regex UnsignedLiteral();

    // The listing has lost the type arguments of an array's element: KeyValuePair<, >[].
    [GeneratedRegex(@"<(?>[^<>]+|<(?<depth>)|>(?<-depth>))*(?(depth)(?!))>\[")]
    private static partial Regex ArrayArguments();

    [GeneratedRegex("(?<=\\w)<[^<>]*>$")]
    private static partial Regex TypeParameters();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
