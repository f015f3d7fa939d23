namespace Akka.Flink.AkkaApi.Tests.Listing;

using System.Text.RegularExpressions;
using Akka.Flink.Shared;

/// <summary>That the listings are read whole: what is still cut or misplaced would make the comparison blind or unjust.</summary>
public partial class ListingQualityTests
{
    private static readonly string[] Ours = ["Akka", "Akka.Persistence", "Akka.Remote", "Akka.TestKit", "Akka.TestKit.Xunit2"];

    [ListedFact]
    public void Every_member_is_whole() => Expect.Nothing(
        from type in Ours.SelectMany(assembly => OfficialApi.Of(assembly).Types)
        from member in type.Members
        where Count(member, '(') != Count(member, ')') || Count(member, '<') != Count(member, '>')
            || member.Contains("[System.", StringComparison.Ordinal)
        select $"{type.Name}: {member}");

    [ListedFact]
    public void Every_base_is_found()
    {
        var known = Ours.SelectMany(assembly => OfficialApi.Of(assembly).Types).Select(type => type.Name).ToHashSet();

        Expect.Nothing(
            from type in Ours.SelectMany(assembly => OfficialApi.Of(assembly).Types)
            from parent in type.Bases
            let name = Shared.ApiText.TypeNames.Key(parent)
            where AkkaName().IsMatch(name) && !known.Contains(name)
            select $"{type.Name}: {parent}");
    }

    private static int Count(string text, char character) =>
        QuotedText().Replace(Operator().Replace(text, ""), "").Count(c => c == character);

    [GeneratedRegex(@" [<>]=?\(")]
    private static partial Regex Operator();

    [GeneratedRegex("""
        "(\\.|[^"\\])*"
        """)]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"^Akka\.")]
    private static partial Regex AkkaName();
}
