namespace Akka.Flink.Runtime.Tests.Protocols.Simulation;

using Akka.Flink.State;

/// <summary>The keys of a subtask of the middle vertex: a key is its own key group.</summary>
internal readonly record struct KeyedStateRange(int First, int Last)
{
    public static KeyedStateRange Of(int subtask, int parallelism)
    {
        var range = KeyGroupRange.Of(subtask, parallelism, Scenario.KeyGroups);
        return new KeyedStateRange(range.First, range.Last);
    }

    public static int OwnerOf(int key, int parallelism)
    {
        for (var i = 0; i < parallelism; i++)
        {
            if (Of(i, parallelism).Contains(key))
                return i;
        }

        throw new ArgumentOutOfRangeException(nameof(key), key, "no subtask owns it");
    }

    public bool Contains(int key) => key >= First && key <= Last;
}
