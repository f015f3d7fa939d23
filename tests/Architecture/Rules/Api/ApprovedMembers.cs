namespace Akka.Flink.Architecture.Tests.Rules.Api;

using System.Text.RegularExpressions;

/// <summary>The names in approved texts: types without namespace, each with its members. Types that differ in their parameters only are
/// one.</summary>
internal sealed partial class ApprovedMembers
{
    // A text does not say where the namespace ends and the outer type begins.
    private const string Namespaces =
        @"(?:(?:Functions|Operators|Sinks|Sources|State|Windowing|Testing|Formats|Runtime|Host\.Logging|Connectors\.\w+)\.)";

    private static readonly string[] OfEveryType = ["ToString", "Equals", "GetHashCode", "op_Implicit", "this"];

    private readonly Dictionary<string, HashSet<string>> _members = [];

    public ApprovedMembers(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            Read(text);
    }

    public bool HasType(string type) => _members.ContainsKey(type);

    /// <summary>The public members of a type, constructors and what every type has left out.</summary>
    public IEnumerable<string> MembersOf(string type) =>
        _members.GetValueOrDefault(type, []).Where(member => member != type.Split('.')[^1] && !OfEveryType.Contains(member));

    /// <summary>Whether a name is a type, a member of one of some types, or a member after its type.</summary>
    public bool Has(string name, IEnumerable<string> types)
    {
        var dot = name.LastIndexOf('.');
        return HasType(name)
            || types.Any(type => _members.GetValueOrDefault(type, []).Contains(name))
            || (dot > 0 && HasMember(name[..dot], name[(dot + 1)..]));
    }

    private bool HasMember(string type, string member) =>
        _members.Any(each => (each.Key == type || each.Key.EndsWith('.' + type, StringComparison.Ordinal)) && each.Value.Contains(member));

    private void Read(string text)
    {
        HashSet<string> members = [];
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            var plain = WithoutTypeArguments(line);
            if (line.StartsWith(' '))
                members.Add(NameOf(plain));
            else
                members = MembersOfType(plain);
        }
    }

    private HashSet<string> MembersOfType(string declaration)
    {
        var name = TypeName().Match(declaration).Groups[1].Value;
        if (!_members.TryGetValue(name, out var members))
            _members[name] = members = [];
        return members;
    }

    private static string NameOf(string member) => MemberName().Match(member).Groups[1].Value;

    private static string WithoutTypeArguments(string line)
    {
        for (var before = ""; before != line;)
            (before, line) = (line, TypeArguments().Replace(line, ""));
        return line;
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"(?:class|struct|interface|enum|delegate [\w.]+) Akka\.Flink\." + Namespaces + @"?([\w.]+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"(\w+)(?:\(.*\).*|\[.*\].*| \{.*\}| = .*)?$")]
    private static partial Regex MemberName();
}
