namespace Akka.Actor;

using System.Globalization;

/// <summary>What is done with the names in paths: making, splitting, resolving.</summary>
internal static class ActorPathNames
{
    private const string Base64Chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";

    /// <summary>The name of an actor that was given none.</summary>
    public static string Generated(long number) => Base64(number, "$");

    public static string Base64(long number, string prefix)
    {
        Span<char> digits = stackalloc char[11];
        var length = 0;
        var rest = (ulong)number;
        do
        {
            digits[length++] = Base64Chars[(int)(rest & 63)];
            rest >>= 6;
        }
        while (rest != 0);

        return string.Concat(prefix, digits[..length]);
    }

    public static (string Name, long Uid) SplitUid(string name)
    {
        var hash = name.IndexOf('#');
        if (hash < 0)
            return (name, ActorCell.UndefinedUid);

        return long.TryParse(name.AsSpan(hash + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var uid)
            ? (name[..hash], uid)
            : (name, ActorCell.UndefinedUid);
    }

    public static IReadOnlyList<string> Skip(IReadOnlyList<string> names, int count)
    {
        var rest = new string[names.Count - count];
        for (var i = 0; i < rest.Length; i++)
            rest[i] = names[i + count];
        return rest;
    }

    /// <summary>Walks down from <paramref name="start"/>: <c>..</c> goes up, an empty name stays.</summary>
    public static IActorRef Resolve(ActorRefWithCell start, IReadOnlyList<string> names)
    {
        IActorRef current = start;
        for (var i = 0; i < names.Count; i++)
        {
            if (current is not ActorRefWithCell withCell)
                return current is IInternalActorRef other ? other.GetChild(Skip(names, i)) : ActorRefs.Nobody;

            current = names[i] switch
            {
                ".." => withCell.Parent,
                "" => withCell,
                var name => withCell.GetSingleChild(name),
            };
        }

        return current;
    }
}
