namespace Akka.Actor;

using Akka.Actor.Internal;

/// <content>The children: created by this actor, or at the top by any thread, and so kept by compare and swap.</content>
public partial class ActorCell
{
    private IChildrenContainer _childrenContainer = EmptyChildrenContainer.Instance;
    private long _nextName;

    public IChildrenContainer ChildrenContainer => Volatile.Read(ref _childrenContainer);

    protected bool IsNormal => ChildrenContainer.IsNormal;

    protected bool IsTerminating => ChildrenContainer.IsTerminating;

    private SuspendReason WaitingForChildren =>
        ChildrenContainer is TerminatingChildrenContainer { Reason: SuspendReason.IWaitingForChildren } container ? container.Reason : null;

    public virtual IActorRef ActorOf(Props props, string name = null) => MakeChild(props, name, async: false, systemService: false);

    /// <summary>Creates a child for a thread that is not this actor's.</summary>
    public virtual IActorRef AttachChild(Props props, bool isSystemService, string name = null) =>
        MakeChild(props, name, async: true, systemService: isSystemService);

    IActorRef IActorContext.Child(string name) => TryGetChildStatsByName(name, out var stats) && stats is ChildRestartStats child
        ? child.Child
        : ActorRefs.Nobody;

    IEnumerable<IActorRef> IActorContext.GetChildren() => GetChildren();

    public IEnumerable<IInternalActorRef> GetChildren() => ChildrenContainer.Children;

    public IInternalActorRef GetChildByName(string name) => GetSingleChild(name);

    /// <summary>The child with this name; with a uid after <c>#</c>, only that incarnation.</summary>
    public IInternalActorRef GetSingleChild(string name)
    {
        var (plain, uid) = ActorPathNames.SplitUid(name);
        if (!TryGetChildStatsByName(plain, out var stats) || stats is not ChildRestartStats child)
            return ActorRefs.Nobody;

        return uid == UndefinedUid || uid == child.Uid ? child.Child : ActorRefs.Nobody;
    }

    public bool TryGetChildStatsByName(string name, out IChildStats child) => ChildrenContainer.TryGetByName(name, out child);

    protected bool TryGetChildStatsByRef(IActorRef actor, out ChildRestartStats child) => ChildrenContainer.TryGetByRef(actor, out child);

    /// <summary>Stops a child, which keeps its name until it has ended.</summary>
    public void Stop(IActorRef child)
    {
        if (ChildrenContainer.TryGetByRef(child, out _) && child is not IRepointableRef { IsStarted: false })
            UpdateChildren(child, static (container, actor) => container.ShallDie(actor));
        ((IInternalActorRef)child).Stop();
    }

    public void ReserveChild(string name) => UpdateChildren(name, static (container, child) => container.Reserve(child));

    protected void UnreserveChild(string name) => UpdateChildren(name, static (container, child) => container.Unreserve(child));

    /// <summary>Turns a reserved name into a child; does nothing for one that is known already.</summary>
    public ChildRestartStats InitChild(IInternalActorRef actor)
    {
        while (true)
        {
            var container = ChildrenContainer;
            if (!container.TryGetByName(actor.Path.Name, out var stats))
                return null;
            if (stats is ChildRestartStats known)
                return known;

            var added = new ChildRestartStats(actor);
            if (Interlocked.CompareExchange(ref _childrenContainer, container.Add(actor.Path.Name, added), container) == container)
                return added;
        }
    }

    protected bool SetChildrenTerminationReason(SuspendReason reason)
    {
        while (true)
        {
            if (ChildrenContainer is not TerminatingChildrenContainer container)
                return false;
            if (Interlocked.CompareExchange(ref _childrenContainer, container.CreateCopyWithReason(reason), container) == container)
                return true;
        }
    }

    protected void SetTerminated() => Volatile.Write(ref _childrenContainer, TerminatedChildrenContainer.Instance);

    /// <summary>Removes a child that has ended; returns what waited for it, if it was the last one.</summary>
    protected SuspendReason RemoveChildAndGetStateChange(IActorRef child)
    {
        while (true)
        {
            var container = ChildrenContainer;
            var changed = container.Remove(child);
            if (Interlocked.CompareExchange(ref _childrenContainer, changed, container) != container)
                continue;

            return container is TerminatingChildrenContainer terminating && changed is not TerminatingChildrenContainer
                ? terminating.Reason
                : null;
        }
    }

    private void UpdateChildren<T>(T argument, Func<IChildrenContainer, T, IChildrenContainer> update)
    {
        IChildrenContainer container;
        do
        {
            container = ChildrenContainer;
        }
        while (Interlocked.CompareExchange(ref _childrenContainer, update(container, argument), container) != container);
    }

    // Hardly any strategy looks at the others when one child ends, and there may be many of them.
    private IEnumerable<IInternalActorRef> ChildrenOnDemand()
    {
        foreach (var child in ChildrenContainer.Children)
            yield return child;
    }

    private void StopChildren()
    {
        foreach (var child in GetChildren())
            Stop(child);
    }

    private void SuspendChildren(IActorRef except, IReadOnlyCollection<IInternalActorRef> exceptAlso)
    {
        foreach (var stats in ChildrenContainer.Stats)
        {
            if (!stats.Child.Equals(except) && !exceptAlso.Contains(stats.Child))
                stats.Child.Suspend();
        }
    }

    private void ResumeChildren(Exception causedByFailure, IActorRef perpetrator)
    {
        foreach (var stats in ChildrenContainer.Stats)
            stats.Child.Resume(stats.Child.Equals(perpetrator) ? causedByFailure : null);
    }

    private static string CheckName(string name)
    {
        if (name.Length == 0)
            throw new InvalidActorNameException("Actor name must not be empty.");
        if (!ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException(
                $"Illegal actor name [{name}]. Actor paths MUST: not start with `$`, include only ASCII letters and can only contain these "
                + $"special characters: ${ActorPath.ValidSymbols}.");
        }

        return name;
    }

    private IInternalActorRef MakeChild(Props props, string name, bool async, bool systemService)
    {
        name = name is null ? ActorPathNames.Generated(Interlocked.Increment(ref _nextName) - 1) : CheckName(name);
        if (_systemImpl.Settings.SerializeAllCreators && !systemService && props.Deploy.Scope is not LocalScope)
            SerializationCheck.Creator(props, _systemImpl);
        if (IsTerminating)
            throw new InvalidOperationException($"Cannot create child [{name}] of [{_self}] while terminating or terminated");

        ReserveChild(name);
        IInternalActorRef actor;
        try
        {
            var path = new ChildActorPath(_self.Path, name, NewUid());
            actor = _systemImpl.Provider.ActorOf(_systemImpl, props, _self, path, systemService, null, true, async);
        }
        catch
        {
            UnreserveChild(name);
            throw;
        }

        // A child of a suspended actor starts as suspended as its siblings are.
        if (_mailbox is not null && IsFailed)
        {
            for (var i = _mailbox.SuspendCount; i > 0; i--)
                actor.Suspend();
        }

        InitChild(actor);
        actor.Start();
        return actor;
    }
}
