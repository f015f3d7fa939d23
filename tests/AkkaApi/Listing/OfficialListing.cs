namespace Akka.Flink.AkkaApi.Tests.Listing;

using System.Text.RegularExpressions;
using Akka.Flink.Shared.ApiText;

/// <summary>The public surface of one official assembly, from a listing with one line for each type and member.</summary>
/// <remarks>
/// <c>Full.Type.Name | kind : bases</c> for a type, <c>Full.Type.Name :: declaration</c> for a member. The listings were scraped, and
/// what that did to them is undone here: static classes carry <c>static</c> in the middle of their name; what follows the empty
/// interface <c>IProducesMessageQueue</c> reads as nested in it; constraints follow on lines of their own; attributes are cut over
/// several lines.
/// </remarks>
internal sealed partial class OfficialListing
{
    private const string Swallowing = "Akka.Dispatch.IProducesMessageQueue<TQueue>.";
    private const string SwallowingAgain = "IRequiresMessageQueue<T>";

    private readonly Dictionary<string, OfficialType> _types = [];

    private OfficialListing(IEnumerable<string> lines)
    {
        foreach (var lineGroup in Split(lines).GroupBy(line => line.Owner))
            Add(lineGroup.Key, [.. lineGroup]);
    }

    public IEnumerable<OfficialType> Types => _types.Values;

    public static OfficialListing Parse(IEnumerable<string> lines) => new(lines);

    public OfficialType? Find(string name) => _types.GetValueOrDefault(name);

    private static IEnumerable<Line> Split(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var member = line.IndexOf(" :: ", StringComparison.Ordinal);
            var type = line.IndexOf(" | ", StringComparison.Ordinal);
            if (member >= 0)
                yield return new Line(line[..member], line[(member + 4)..], IsType: false);
            else if (type >= 0)
                yield return new Line(line[..type], line[(type + 3)..], IsType: true);
        }
    }

    private static string TopLevel(string name)
    {
        if (!name.StartsWith(Swallowing, StringComparison.Ordinal))
            return name;
        var rest = name[Swallowing.Length..];
        if (rest.StartsWith(SwallowingAgain + ".", StringComparison.Ordinal))
            return "Akka.Dispatch." + rest[(SwallowingAgain.Length + 1)..];
        var isInDispatch = rest is SwallowingAgain or "IProducesPushTimeoutSemanticsMailbox";
        return (isInDispatch ? "Akka.Dispatch." : "Akka.Dispatch.MessageQueues.") + rest;
    }

    private static List<string> JoinCutLines(IEnumerable<string> texts)
    {
        List<string> joined = [];
        foreach (var text in texts)
        {
            var last = joined.Count - 1;
            if (last >= 0 && CutAttribute().IsMatch(joined[last]) || Constraint().IsMatch(text) && last >= 0)
                joined[last] += " " + text;
            else
                joined.Add(text);
        }

        return joined;
    }

    private static List<string> TopLevelParts(string list)
    {
        List<string> parts = [];
        var start = 0;
        var depth = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (list[i] != ',' || depth != 0)
                continue;
            parts.Add(list[start..i].Trim());
            start = i + 1;
        }

        parts.Add(list[start..].Trim());
        return parts;
    }

    private void Add(string owner, IReadOnlyList<Line> lines)
    {
        var isStatic = owner.Contains("static ", StringComparison.Ordinal);
        var written = TopLevel(StaticMark().Replace(owner, ""));
        var declared = lines.FirstOrDefault(line => line.IsType);
        var texts = JoinCutLines(lines.Where(line => !line.IsType).Select(line => line.Text));
        foreach (var text in texts.Where(text => text.Contains(" delegate ", StringComparison.Ordinal)))
            AddDelegate(written, ListingText.Normal(text));
        if (declared is null)
            return;

        var constraints = texts.Count > 0 && texts[0].StartsWith("where ", StringComparison.Ordinal) ? " " + texts[0] : "";
        var parts = declared.Text.Split(" : ", 2);
        var kind = isStatic && IsLastSegmentStatic(owner) ? parts[0].Replace("class", "static class") : parts[0];
        var name = TypeNames.Key(written);
        _types[name] = new OfficialType(
            name,
            ListingText.Normal($"{kind} {written}{Variance().Replace(constraints, "where ")}"),
            parts.Length == 2 ? TopLevelParts(parts[1]) : [],
            [.. texts.Where(IsMember).Select(ListingText.Normal)]);
    }

    private static bool IsMember(string text) => MemberStart().IsMatch(text) && !text.Contains(" delegate ", StringComparison.Ordinal);

    private static bool IsLastSegmentStatic(string owner) => owner.LastIndexOf("static ", StringComparison.Ordinal) is var mark
        && !StaticTail().IsMatch(owner[mark..]);

    private void AddDelegate(string owner, string text)
    {
        var simple = text.Split('(')[0].Split(" delegate ")[1];
        var name = TypeNames.Key(owner + "." + simple[(simple.IndexOf(' ') + 1)..]);
        _types[name] = new OfficialType(name, text, [], []);
    }

    [GeneratedRegex(@"(?<=\.)static ")]
    private static partial Regex StaticMark();

    // static Outer.Inner: only the outer one is static.
    [GeneratedRegex(@"^static \w+(<[^>]*>)?\.")]
    private static partial Regex StaticTail();

    [GeneratedRegex(@"NullableAttribute\(new byte\[\] \{[^}]*$")]
    private static partial Regex CutAttribute();

    [GeneratedRegex("^where ")]
    private static partial Regex Constraint();

    [GeneratedRegex("where (out|in) ")]
    private static partial Regex Variance();

    // The rest of an attribute that was cut is no member: "ility as of Akka.NET v1.5.0.")].
    [GeneratedRegex("^(?!where )[A-Za-z]")]
    private static partial Regex MemberStart();

    private sealed record Line(string Owner, string Text, bool IsType);
}
