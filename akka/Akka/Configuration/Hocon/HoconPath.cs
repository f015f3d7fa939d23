namespace Akka.Configuration.Hocon;

/// <summary>Paths like <c>a.b."c.d"</c>: keys joined by dots; a key that holds a dot is quoted.</summary>
internal static class HoconPath
{
    public static string Join(string path, string key)
    {
        var quoted = HoconText.Key(key);
        return string.IsNullOrEmpty(path) ? quoted : $"{path}.{quoted}";
    }

    public static HoconValue Find(HoconValue root, ReadOnlySpan<char> path)
    {
        var node = root;
        do
        {
            var key = NextKey(ref path, out var isLast);
            var parent = node.GetObject();
            if (parent is null || !parent.Items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out node))
                return null;
            if (isLast)
                return node;
        }
        while (true);
    }

    /// <summary>Takes the first key off <paramref name="path"/>.</summary>
    public static ReadOnlySpan<char> NextKey(ref ReadOnlySpan<char> path, out bool isLast)
    {
        var quoted = path.Length > 0 && path[0] == '"' ? path[1..].IndexOf('"') : -1;
        var key = quoted >= 0 ? path.Slice(1, quoted) : default;
        var from = quoted >= 0 ? quoted + 2 : 0;
        var dot = path[from..].IndexOf('.');
        if (quoted < 0)
            key = dot < 0 ? path : path[..dot];

        isLast = dot < 0;
        path = isLast ? default : path[(from + dot + 1)..];
        return key;
    }
}
