namespace Akka.Flink.AkkaApi.Tests.Configuration;

using System.Text.RegularExpressions;
using Akka.Flink.Shared.Hocon;

/// <summary>Holds keys and defaults against the key lists of the official packages.</summary>
internal static partial class KeyCheck
{
    /// <summary>Uses of keys that mean nothing to Akka.</summary>
    public static IEnumerable<string> Unknown(IReadOnlyCollection<KeyUse> uses, OfficialKeys keys)
    {
        var sections = uses
            .Where(use => use.Value is not null && keys.Knows(use.Key))
            .SelectMany(use => Prefixes(use.Key))
            .ToHashSet();
        return uses
            .Where(use => !keys.Knows(use.Key))
            .Where(use => use.Value is not null || !keys.KnowsSection(use.Key) && !sections.Contains(use.Key))
            .Where(use => !use.IsEmptySection || !keys.MayHold(use.Key))
            .Select(use => $"{use.File}:{use.Line}: Akka has no key '{use.Key}'. Spell it as in the key lists, or leave it out.");
    }

    /// <summary>Settings of an embedded reference configuration that the official one has otherwise.</summary>
    public static IEnumerable<string> Differences(string file, IEnumerable<HoconEntry> embedded, OfficialKeys keys) =>
        from entry in embedded
        let difference = keys.Default(entry.Key) is { } official ? Compare(entry.Value, official) : CompareUnlisted(entry, keys)
        where difference is not null
        select $"{file}:{entry.Line}: '{entry.Key}' {difference}.";

    private static string? Compare(string ours, string official) =>
        Level(ours) == Level(official) ? null : $"is {ours} here and {official} in the official reference configuration";

    private static string? CompareUnlisted(HoconEntry entry, OfficialKeys keys) =>
        keys.Knows(entry.Key) || entry.Value == "{}" && keys.MayHold(entry.Key)
            ? null
            : "is not in the official reference configuration";

    private static IEnumerable<string> Prefixes(string key)
    {
        var path = HoconPath.Split(key);
        return Enumerable.Range(1, path.Count).Select(length => HoconPath.Join(path.Take(length)));
    }

    // on and true, 5 s and 5s, "x" and x, a comma that was scraped with the value.
    private static string Level(string value) => Noise().Replace(value, "").ToUpperInvariant() switch
    {
        "ON" or "YES" => "TRUE",
        "OFF" or "NO" => "FALSE",
        var level => level,
    };

    [GeneratedRegex("""["\s]|,$""")]
    private static partial Regex Noise();
}
