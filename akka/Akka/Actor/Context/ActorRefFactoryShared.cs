namespace Akka.Actor;

/// <summary>How systems and contexts turn paths into selections.</summary>
public static class ActorRefFactoryShared
{
    public static ActorSelection ActorSelection(ActorPath actorPath, ActorSystem system)
    {
        var root = ((ExtendedActorSystem)system).Provider.RootGuardianAt(actorPath.Address);
        return new ActorSelection(root, actorPath.Elements);
    }

    /// <summary>A selection by an absolute path, with or without address, or by one relative to <paramref name="lookupRoot"/>.</summary>
    public static ActorSelection ActorSelection(string path, ActorSystem system, IActorRef lookupRoot)
    {
        var provider = ((ExtendedActorSystem)system).Provider;
        if (!Uri.IsWellFormedUriString(path, UriKind.RelativeOrAbsolute) && path.Contains("://", StringComparison.Ordinal))
            return new ActorSelection(provider.DeadLetters, "");

        if (path.Contains("://", StringComparison.Ordinal))
        {
            return ActorPath.TryParse(path, out var actorPath)
                ? new ActorSelection(provider.RootGuardianAt(actorPath.Address), actorPath.ElementsWithUid)
                : new ActorSelection(provider.DeadLetters, "");
        }

        return path.StartsWith('/')
            ? new ActorSelection(provider.RootGuardian, path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            : new ActorSelection(lookupRoot, path);
    }

    public static ActorSelection ActorSelection(IActorRef anchorActorRef, string path) => new(anchorActorRef, path);
}
