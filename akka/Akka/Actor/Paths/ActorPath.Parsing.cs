namespace Akka.Actor;

/// <content>Reading paths from text.</content>
public abstract partial class ActorPath
{
    /// <summary>Whether an actor may have this name: not empty, no leading <c>$</c>, letters, digits, valid symbols and percent
    /// escapes.</summary>
    public static bool IsValidPathElement(string s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$')
            return false;

        for (var i = 0; i < s.Length; i++)
        {
            var c = s[i];
            if (char.IsAsciiLetterOrDigit(c) || ValidSymbols.Contains(c))
                continue;
            if (c != '%' || i + 2 >= s.Length || !char.IsAsciiHexDigit(s[i + 1]) || !char.IsAsciiHexDigit(s[i + 2]))
                return false;
            i += 2;
        }

        return true;
    }

    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    public static ActorPath Parse(string path) =>
        TryParse(path, out var actorPath) ? actorPath : throw new UriFormatException($"Can not parse an ActorPath: {path}");

    public static bool TryParse(string path, out ActorPath actorPath)
    {
        if (TryParseAddress(path, out var address, out var absoluteUri))
            return TryParse(new RootActorPath(address), absoluteUri, out actorPath);

        actorPath = null;
        return false;
    }

    public static bool TryParse(ActorPath basePath, string absoluteUri, out ActorPath actorPath) =>
        TryParse(basePath, absoluteUri.AsSpan(), out actorPath);

    public static bool TryParse(ActorPath basePath, ReadOnlySpan<char> absoluteUri, out ActorPath actorPath)
    {
        actorPath = null;
        if (absoluteUri.Length > 0 && absoluteUri[0] != '/')
            return false;

        var path = basePath;
        while (absoluteUri.Length > 0)
        {
            absoluteUri = absoluteUri[1..];
            var slash = absoluteUri.IndexOf('/');
            var element = slash < 0 ? absoluteUri : absoluteUri[..slash];
            if (element.Length > 0)
                path = path.Child(element.ToString());
            absoluteUri = slash < 0 ? default : absoluteUri[slash..];
        }

        actorPath = path;
        return true;
    }

    public static bool TryParseAddress(string path, out Address address) => TryParseAddress(path, out address, out _);

    public static bool TryParseAddress(string path, out Address address, out ReadOnlySpan<char> absoluteUri)
    {
        address = null;
        absoluteUri = default;
        return path is not null && Address.TryParse(path.AsSpan(), out address, out absoluteUri);
    }

    /// <summary>Cuts a path into its address and the rest, which begins with a slash.</summary>
    public static bool TryParseParts(ReadOnlySpan<char> path, out ReadOnlySpan<char> address, out ReadOnlySpan<char> absoluteUri)
    {
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            address = default;
            absoluteUri = path;
            return false;
        }

        var slash = path[(scheme + 3)..].IndexOf('/');
        if (slash < 0)
        {
            address = path;
            absoluteUri = "/";
            return true;
        }

        address = path[..(scheme + 3 + slash)];
        absoluteUri = path[(scheme + 3 + slash)..];
        return true;
    }
}
