namespace Akka.Flink.AkkaApi.Tests.Configuration;

using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared.Hocon;

/// <summary>The HOCON keys of the official packages with their defaults, one <c>key = value</c> on a line.</summary>
/// <remarks>
/// A key is known when it is listed; when it lies below a listed value that refers to another section, which then says what it may be;
/// or when it lies in a section whose name users choose, and a section of the same kind has it.
/// </remarks>
internal sealed class OfficialKeys
{
    private const string Journal = "akka.persistence.journal";
    private const string Snapshots = "akka.persistence.snapshot-store";

    private static readonly NamedSection[] Named =
    [
        new("akka.actor.deployment.*", ["akka.actor.deployment.default"]),
        new("akka.actor.mailbox.*", ["akka.actor.default-mailbox"]),
        new("akka.actor.mailbox.requirements.*", []),
        new("akka.actor.serializers.*", []),
        new("akka.actor.serialization-bindings.*", []),
        new("akka.actor.serialization-identifiers.*", []),
        new("akka.actor.*", ["akka.actor.default-dispatcher", "akka.actor.default-fork-join-dispatcher", "akka.actor.default-mailbox"]),
        new("akka.cluster.role.*", ["akka.cluster"]),
        new("akka.coordinated-shutdown.phases.*", ["akka.coordinated-shutdown.phases.actor-system-terminate"], "recover", "enabled"),
        new("akka.persistence.dispatchers.*", ["akka.persistence.dispatchers.default-replay-dispatcher", "akka.actor.default-dispatcher"]),
        new(Journal + ".*", [Journal + ".inmem", Journal + ".sql", Journal + "-plugin-fallback"], "event-adapters",
            "event-adapter-bindings"),
        new(Snapshots + ".*", [Snapshots + ".local", Snapshots + ".sql", Snapshots + "-plugin-fallback"]),
    ];

    private readonly Dictionary<string, string> _defaults = [];

    private OfficialKeys(IEnumerable<string> lines)
    {
        foreach (var parts in lines.Select(line => line.Split(" = ", 2)).Where(parts => parts.Length == 2))
            _defaults[Canonical(parts[0])] = parts[1];
    }

    public static OfficialKeys Parse(IEnumerable<string> lines) => new(lines);

    /// <summary>The keys of one list, <c>Akka.Persistence</c>, or of several.</summary>
    public static OfficialKeys Read(params IEnumerable<string> lists) =>
        new(lists.SelectMany(list => File.ReadLines(ListingFolder.At(Path.Combine("config", list + ".keys")))));

    public static OfficialKeys ReadAll() => Read(Directory
        .EnumerateFiles(ListingFolder.At("config"), "*.keys")
        .Select(path => Path.GetFileNameWithoutExtension(path)));

    public string? Default(string key) => _defaults.GetValueOrDefault(Canonical(key));

    /// <summary>Whether a setting of this key has a meaning.</summary>
    public bool Knows(string key)
    {
        var canonical = Canonical(key);
        return _defaults.ContainsKey(canonical) || Refers(canonical) || Named.Any(section => section.Allows(canonical, IsListed));
    }

    /// <summary>Whether listed keys lie below this path.</summary>
    public bool KnowsSection(string path) => IsSection(Canonical(path));

    /// <summary>Whether there may be a section at this path, listed or of a name that users choose.</summary>
    public bool MayHold(string path) => KnowsSection(path) || Named.Any(section => section.IsName(Canonical(path)));

    private static string Canonical(string key) => HoconPath.Join(HoconPath.Split(key));

    private bool IsListed(string key) => _defaults.ContainsKey(key) || IsSection(key) || Refers(key);

    private bool IsSection(string path) => _defaults.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal));

    private bool Refers(string key) => _defaults.Any(entry =>
        entry.Value.StartsWith("${", StringComparison.Ordinal)
        && key.StartsWith(entry.Key + ".", StringComparison.Ordinal)
        && Knows(entry.Value[2..^1] + key[entry.Key.Length..]));
}
