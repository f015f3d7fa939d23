namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;

/// <summary>The reference to the root of the tree of actors, which also knows the names that are no actors.</summary>
public class RootGuardianActorRef : LocalActorRef
{
    private readonly IInternalActorRef _deadLetters;
    private readonly IReadOnlyDictionary<string, IInternalActorRef> _extraNames;
    private IInternalActorRef _tempContainer;

    public RootGuardianActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path,
        IInternalActorRef deadLetters,
        IReadOnlyDictionary<string, IInternalActorRef> extraNames)
        : base(system, props, dispatcher, mailboxType, supervisor, path)
    {
        _deadLetters = deadLetters;
        _extraNames = extraNames;
    }

    public override IInternalActorRef Parent => this;

    public void SetTempContainer(IInternalActorRef tempContainer) => _tempContainer = tempContainer;

    public override IInternalActorRef GetSingleChild(string name)
    {
        switch (name)
        {
            case "temp":
                return _tempContainer;
            case "deadLetters":
                return _deadLetters;
            default:
                return _extraNames.TryGetValue(name, out var extra) ? extra : base.GetSingleChild(name);
        }
    }
}
