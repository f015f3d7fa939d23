namespace Akka.Actor;

using Akka.Actor.Internal;

/// <summary>Actors by path: from an anchor up, down and by wildcards, looked up anew for each message.</summary>
public partial class ActorSelection : ICanTell
{
    public ActorSelection()
    {
    }

    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    public ActorSelection(IActorRef anchor, string path)
        : this(anchor, path.Length == 0 ? [] : path.Split('/'))
    {
    }

    public ActorSelection(IActorRef anchor, IEnumerable<string> elements)
    {
        Anchor = anchor;
        Path = Parse(elements.Where(element => element.Length > 0).ToArray());
    }

    public IActorRef Anchor { get; private set; }

    public SelectionPathElement[] Path { get; private set; }

    public string PathString => "/" + string.Join("/", (object[])Path);

    public override bool Equals(object obj) => obj is ActorSelection other && obj.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        ActorIdentity identity;
        try
        {
            identity = await this.Ask<ActorIdentity>(new Identify(null), timeout, ct).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            throw new ActorNotFoundException(
                $"Exception occurred while resolving {this} within {timeout}: {cause.Message} " +
                "Check the path and whether the actor's node runs.",
                cause);
        }

        return identity.Subject ?? throw new ActorNotFoundException(
            $"There is no actor at {this}. Check the path and whether the actor has been started.");
    }

    public void Tell(object message, IActorRef sender = null)
    {
        sender ??= InternalCurrentActorCellKeeper.Current?.Self;
        DeliverSelection((IInternalActorRef)Anchor, sender, new ActorSelectionMessage(message, Path));
    }

    public override string ToString()
    {
        var uid = Anchor.Path.Uid == ActorCell.UndefinedUid ? string.Empty : $"#{Anchor.Path.Uid}";
        return $"ActorSelection[Anchor({Anchor.Path}{uid}), Path({PathString})]";
    }

    protected bool Equals(ActorSelection other) => Equals(Anchor, other.Anchor) && PathString == other.PathString;

    private static SelectionPathElement[] Parse(string[] elements)
    {
        var path = new SelectionPathElement[elements.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i] == "**" && i < elements.Length - 1)
            {
                throw new IllegalActorNameException(
                    $"Double wildcard can only appear at the last path entry, not at entry {i} of [{string.Join("/", elements)}]. " +
                    "Use '*' there.");
            }

            path[i] = Parse(elements[i]);
        }

        return path;
    }

    private static SelectionPathElement Parse(string element) => element switch
    {
        "**" => SelectChildRecursive.Instance,
        ".." => SelectParent.Instance,
        _ when element.AsSpan().IndexOfAny('?', '*') >= 0 => new SelectChildPattern(element),
        _ => new SelectChildName(element),
    };
}
