namespace Akka.Actor;

/// <summary>Takes a path apart that has no address.</summary>
public static class RelativeActorPath
{
    public static IEnumerable<string> Unapply(string addr)
    {
        if (addr.Contains("://", StringComparison.Ordinal))
            return null;

        return Uri.TryCreate(addr, UriKind.RelativeOrAbsolute, out _) ? addr.Split('/') : null;
    }
}
