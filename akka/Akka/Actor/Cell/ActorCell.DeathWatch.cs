namespace Akka.Actor;

using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.Util;

/// <content>Watching other actors, and being watched.</content>
public partial class ActorCell
{
    // Made when they are first needed: most actors watch nobody.
    private Dictionary<IActorRef, Option<object>> _watching;
    private Dictionary<IActorRef, Option<object>> _terminatedQueued;
    private HashSet<IActorRef> _watchedBy;

    public IActorRef Watch(IActorRef subject)
    {
        Watch((IInternalActorRef)subject, Option<object>.None);
        return subject;
    }

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);

        Watch((IInternalActorRef)subject, message);
        return subject;
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        var actor = (IInternalActorRef)subject;
        if (!actor.Equals(_self) && _watching is not null && _watching.ContainsKey(actor))
        {
            actor.SendSystemMessage(new Unwatch(actor, _self));
            ChangeWatches(actor, () => _watching.Remove(actor));
        }

        _terminatedQueued?.Remove(actor);
        return actor;
    }

    /// <summary>Remembers that a <see cref="Terminated"/> of <paramref name="subject"/> lies in the mailbox; without that, it is
    /// dropped.</summary>
    public void TerminatedQueuedFor(IActorRef subject, Option<object> customMessage) =>
        (_terminatedQueued ??= []).TryAdd(subject, customMessage);

    protected void ReceivedTerminated(Terminated t)
    {
        if (_terminatedQueued is null || !_terminatedQueued.Remove(t.ActorRef, out var custom))
            return;

        if (!custom.HasValue)
        {
            ReceiveMessage(t);
            return;
        }

        _currentMessage = custom.Value;
        ReceiveMessage(custom.Value);
    }

    protected void WatchedActorTerminated(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        if (_watching is not null && _watching.TryGetValue(actor, out var custom))
        {
            ChangeWatches(actor, () => _watching.Remove(actor));
            if (!IsTerminating)
            {
                _self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated), actor);
                TerminatedQueuedFor(actor, custom);
            }
        }

        if (ChildrenContainer.Contains(actor))
            HandleChildTerminated(actor);
    }

    protected void AddWatcher(IActorRef watchee, IActorRef watcher)
    {
        var watcheeIsSelf = watchee.Equals(_self);
        var watcherIsSelf = watcher.Equals(_self);
        if (watcheeIsSelf && !watcherIsSelf)
        {
            ChangeWatches(watcher, () => (_watchedBy ??= []).Add(watcher));
            LogLifecycle($"now watched by {watcher}");
        }
        else if (!watcheeIsSelf && watcherIsSelf)
        {
            Watch(watchee);
        }
        else
        {
            Publish(new Warning(_self.Path.ToString(), ActorType, $"BUG: illegal Watch({watchee},{watcher}) for {_self}"));
        }
    }

    protected void RemWatcher(IActorRef watchee, IActorRef watcher)
    {
        var watcheeIsSelf = watchee.Equals(_self);
        var watcherIsSelf = watcher.Equals(_self);
        if (watcheeIsSelf && !watcherIsSelf)
        {
            ChangeWatches(watcher, () => _watchedBy?.Remove(watcher));
            LogLifecycle($"no longer watched by {watcher}");
        }
        else if (!watcheeIsSelf && watcherIsSelf)
        {
            Unwatch(watchee);
        }
        else
        {
            Publish(new Warning(_self.Path.ToString(), ActorType, $"BUG: illegal Unwatch({watchee},{watcher}) for {_self}"));
        }
    }

    protected void AddressTerminated(Address address)
    {
        ChangeWatches(null, () => _watchedBy?.RemoveWhere(watcher => watcher.Path.Address.Equals(address)));

        // A child is known to have existed, and its name must become free at once.
        foreach (var actor in Watched)
        {
            if (actor.Path.Address.Equals(address))
                _self.SendSystemMessage(new DeathWatchNotification(actor, ChildrenContainer.Contains(actor), addressTerminated: true));
        }
    }

    protected void TellWatchersWeDied()
    {
        if (_watchedBy is not { Count: > 0 })
            return;

        try
        {
            // Other nodes first: the local watchers may include what would stop the remoting.
            TellWatchers(local: false);
            TellWatchers(local: true);
        }
        finally
        {
            ChangeWatches(null, _watchedBy.Clear);
        }
    }

    private IEnumerable<IActorRef> Watched => _watching is null ? [] : _watching.Keys;

    private void TellWatchers(bool local)
    {
        foreach (var watcher in _watchedBy)
        {
            // The parent is always told, by the cell's end.
            var actor = (IInternalActorRef)watcher;
            if (actor.IsLocal == local && !watcher.Equals(_parent))
                actor.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
        }
    }

    private void UnwatchWatchedActors()
    {
        if (_watching is not { Count: > 0 })
            return;

        try
        {
            foreach (var actor in Watched)
            {
                var watchee = (IInternalActorRef)actor;
                watchee.SendSystemMessage(new Unwatch(watchee, _self));
            }
        }
        finally
        {
            ChangeWatches(null, _watching.Clear);
            _terminatedQueued = null;
        }
    }

    private void ClearWatches()
    {
        _watching = null;
        _watchedBy = null;
        _terminatedQueued = null;
    }

    private void Watch(IInternalActorRef subject, Option<object> message)
    {
        if (subject.Equals(_self))
            return;

        if (_watching is not null && _watching.TryGetValue(subject, out var previous))
        {
            if (previous != message)
            {
                throw new InvalidOperationException(
                    $"Watch({_self}, {subject}) termination message was not overwritten from [{Show(previous)}] to [{Show(message)}]. "
                    + "If this was intended, unwatch first before using `watch` / `watchWith` with another message.");
            }

            return;
        }

        ChangeWatches(subject, () =>
        {
            subject.SendSystemMessage(new Watch(subject, _self));
            (_watching ??= []).Add(subject, message);
        });
    }

    private static string Show(Option<object> message) => message.HasValue ? message.Value.ToString() : nameof(Terminated);

    /// <summary>Applies a change; while any watcher or watchee lives on another node, this actor is told when a node is gone.</summary>
    private void ChangeWatches(IActorRef changed, Action change)
    {
        if (IsLocalRef(changed) && changed is not null)
        {
            change();
            return;
        }

        var hadRemote = HasRemoteWatch();
        change();
        var hasRemote = HasRemoteWatch();
        if (hasRemote && !hadRemote)
            AddressTerminatedTopic.Get(_systemImpl).Subscribe(_self);
        else if (hadRemote && !hasRemote)
            AddressTerminatedTopic.Get(_systemImpl).Unsubscribe(_self);
    }

    private static bool IsLocalRef(IActorRef actor) => actor is not IActorRefScope { IsLocal: false };

    private bool HasRemoteWatch()
    {
        foreach (var actor in Watched)
        {
            if (!IsLocalRef(actor))
                return true;
        }

        foreach (var actor in _watchedBy ?? [])
        {
            if (!IsLocalRef(actor))
                return true;
        }

        return false;
    }
}
