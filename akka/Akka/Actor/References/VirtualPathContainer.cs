namespace Akka.Actor;

using System.Collections.Concurrent;
using Akka.Event;

/// <summary>A place in the tree of paths that holds references without being an actor, such as <c>/temp</c>.</summary>
internal sealed class VirtualPathContainer : MinimalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _children = new();
    private readonly IActorRefProvider _provider;
    private readonly ActorPath _path;
    private readonly IInternalActorRef _parent;

    public VirtualPathContainer(IActorRefProvider provider, ActorPath path, IInternalActorRef parent, ILoggingAdapter log)
    {
        _provider = provider;
        _path = path;
        _parent = parent;
        Log = log;
    }

    public override IActorRefProvider Provider => _provider;

    public override IInternalActorRef Parent => _parent;

    public override ActorPath Path => _path;

    public ILoggingAdapter Log { get; }

    public bool HasChildren => !_children.IsEmpty;

    public void AddChild(string name, IInternalActorRef actor)
    {
        if (_children.TryAdd(name, actor))
            return;

        // The names are made by a counter, so this shows two containers that share a path.
        Log.Warning("{0} replacing child {1} ({2} -> {3})", _path, name, _children.GetValueOrDefault(name), actor);
        _children[name] = actor;
    }

    public void RemoveChild(string name)
    {
        if (!_children.TryRemove(name, out _))
            Log.Warning("{0} trying to remove non-child {1}", _path, name);
    }

    public void RemoveChild(string name, IActorRef child)
    {
        if (!_children.TryRemove(new KeyValuePair<string, IInternalActorRef>(name, (IInternalActorRef)child)))
            Log.Warning("{0} trying to remove non-child {1}", _path, name);
    }

    public bool TryGetChild(string name, out IInternalActorRef child) => _children.TryGetValue(name, out child);

    public void ForEachChild(Action<IInternalActorRef> action)
    {
        foreach (var child in _children.Values)
            action(child);
    }

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        if (name.Count == 0 || name[0].Length == 0)
            return this;

        if (!_children.TryGetValue(name[0], out var child))
            return ActorRefs.Nobody;

        return name.Count == 1 ? child : child.GetChild(ActorPathNames.Skip(name, 1));
    }
}
