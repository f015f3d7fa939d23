namespace Akka.Flink.AkkaContract.Tests.Sharding.Support;

using System.Collections.Concurrent;
using Akka.Actor;

/// <summary>What the actors of all nodes of a test enter: where each is alive, and what it got.</summary>
public sealed class Register
{
    private readonly ConcurrentDictionary<string, Address> _alive = new();
    private readonly ConcurrentQueue<(string Name, string Message)> _messages = new();
    private readonly ConcurrentQueue<string> _violations = new();

    /// <summary>Actors that were alive twice at a moment.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    public Address? Where(string name) => _alive.GetValueOrDefault(name);

    public IReadOnlyDictionary<string, Address> Alive => _alive.ToDictionary();

    /// <summary>What an actor got, on whatever node, in order.</summary>
    public List<string> MessagesOf(string name) => [.. _messages.Where(entry => entry.Name == name).Select(entry => entry.Message)];

    public void Start(string name, Address at)
    {
        if (!_alive.TryAdd(name, at))
            _violations.Enqueue($"{name} at {at} while at {_alive.GetValueOrDefault(name)}");
    }

    public void Stop(string name, Address at)
    {
        if (!_alive.TryRemove(KeyValuePair.Create(name, at)))
            _violations.Enqueue($"{name} stopped at {at} while at {_alive.GetValueOrDefault(name)}");
    }

    public void Got(string name, string message) => _messages.Enqueue((name, message));
}
