namespace Akka.Actor;

using Akka.Actor.Internal;

/// <summary>Makes the stash that an actor's interfaces ask for.</summary>
public static class StashFactory
{
    public static IStash CreateStash<T>(this IActorContext context)
        where T : ActorBase =>
        CreateStash(context, typeof(T));

    public static IStash CreateStash(this IActorContext context, IActorStash actorInstance) =>
        CreateStash(context, actorInstance.GetType());

    public static IStash CreateStash(this IActorContext context, Type actorType)
    {
        if (typeof(IWithBoundedStash).IsAssignableFrom(actorType))
            return new BoundedStashImpl(context);
        if (typeof(IWithUnboundedStash).IsAssignableFrom(actorType))
            return new UnboundedStashImpl(context);
        if (typeof(IWithStash).IsAssignableFrom(actorType) || typeof(IWithUnrestrictedStash).IsAssignableFrom(actorType))
            return new BoundedStashImpl(context);

        throw new ArgumentException(
            $"Actor {actorType} implements none of the interfaces that say which stash it needs. " +
            $"Implement {nameof(IWithStash)}, {nameof(IWithUnboundedStash)} or {nameof(IWithBoundedStash)}.",
            nameof(actorType));
    }
}
