namespace Akka.Flink.AkkaApi.Tests.Configuration;

using Akka.Flink.Shared.Hocon;

/// <summary>A place where users put sections, or keys, under names of their own: dispatchers, serializers, journals.</summary>
/// <param name="Pattern">The section's path; its last segment, a star, stands for the chosen name.</param>
/// <param name="Models">Listed sections of the same kind: what they have, it may have. None: each name is itself a key.</param>
/// <param name="More">Keys that such a section may have though no listed one sets them; with all below them.</param>
internal sealed record NamedSection(string Pattern, string[] Models, params string[] More)
{
    private string Prefix => Pattern[..^1];

    /// <summary>Whether <paramref name="key"/> has a meaning in a section of this kind.</summary>
    public bool Allows(string key, Func<string, bool> isListed)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        var path = HoconPath.Split(key[Prefix.Length..]);
        if (Models.Length == 0)
            return path.Count == 1;
        var rest = HoconPath.Join(path.Skip(1));
        return path.Count > 1 && (More.Contains(path[1]) || Models.Any(model => isListed($"{model}.{rest}")));
    }

    /// <summary>Whether this is the path of a section of this kind.</summary>
    public bool IsName(string path) => Models.Length > 0
        && path.StartsWith(Prefix, StringComparison.Ordinal)
        && HoconPath.Split(path[Prefix.Length..]).Count == 1;
}
