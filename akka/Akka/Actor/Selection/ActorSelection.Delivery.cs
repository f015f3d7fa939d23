namespace Akka.Actor;

using Akka.Util;

/// <content>The way of a message through the tree of actors.</content>
public partial class ActorSelection
{
    /// <summary>Goes as far as the actors are of this system; another system gets the rest of the way as a message.</summary>
    internal static void DeliverSelection(IInternalActorRef anchor, IActorRef sender, ActorSelectionMessage sel)
    {
        if (sel.Elements.Length == 0)
        {
            anchor.Tell(sel.Message, sender);
            return;
        }

        IActorRef at = anchor;
        for (var i = 0; i < sel.Elements.Length && at is not null; i++)
        {
            if (at is VirtualPathContainer container && sel.Elements[i] is SelectChildName name)
            {
                at = ChildOrNobody(container.TryGetChild(name.Name, out var child) ? child : ActorRefs.Nobody, anchor, sender, sel);
                continue;
            }

            if (at is not ActorRefWithCell withCell)
            {
                at.Tell(new ActorSelectionMessage(sel.Message, sel.Elements[i..], sel.WildCardFanOut), sender);
                return;
            }

            at = sel.Elements[i] switch
            {
                SelectParent => withCell.Parent,
                SelectChildName element => ChildOrNobody(withCell.GetSingleChild(element.Name), anchor, sender, sel),
                SelectChildPattern pattern => FanOut(withCell, pattern, i, anchor, sender, sel),
                _ => TellAllBelow(withCell, sender, sel),
            };
        }

        at?.Tell(sel.Message, sender);
    }

    private static IActorRef ChildOrNobody(IActorRef child, IInternalActorRef anchor, IActorRef sender, ActorSelectionMessage sel)
    {
        if (!child.IsNobody())
            return child;

        TellNobody(anchor, sender, sel);
        return null;
    }

    private static IActorRef FanOut(
        ActorRefWithCell parent,
        SelectChildPattern element,
        int index,
        IInternalActorRef anchor,
        IActorRef sender,
        ActorSelectionMessage sel)
    {
        var matching = parent.Children.Where(child => child.Path.Name.Like(element.PatternStr, caseSensitive: true)).ToArray();
        if (matching.Length == 0)
            TellNobody(anchor, sender, sel);

        var rest = new ActorSelectionMessage(sel.Message, sel.Elements[(index + 1)..], sel.WildCardFanOut || matching.Length > 1);
        foreach (var child in matching)
            DeliverSelection((IInternalActorRef)child, sender, rest);

        return null;
    }

    private static IActorRef TellAllBelow(ActorRefWithCell parent, IActorRef sender, ActorSelectionMessage sel)
    {
        var below = new ActorSelectionMessage(sel.Message, [SelectChildRecursive.Instance], wildCardFanOut: true);
        foreach (var child in parent.Children)
        {
            child.Tell(sel.Message, sender);
            DeliverSelection((IInternalActorRef)child, sender, below);
        }

        return null;
    }

    /// <summary>An identification is answered, anything else becomes a dead letter. One branch of several ends in silence.</summary>
    private static void TellNobody(IInternalActorRef anchor, IActorRef sender, ActorSelectionMessage sel)
    {
        if (sel.WildCardFanOut)
            return;

        var path = anchor.Path / sel.Elements.Select(element => element.ToString());
        new EmptyLocalActorRef(anchor.Provider, path, anchor.Provider.Settings.System.EventStream).Tell(sel, sender);
    }
}
