namespace Akka.Flink.AkkaContract.Tests.Singletons;

using System.Collections.Concurrent;
using Akka.Coordination;

/// <summary>A lease of this process that a test can take away from its owner.</summary>
public sealed class SharedLease(LeaseSettings settings) : Lease(settings)
{
    private static readonly ConcurrentDictionary<string, Held> Owners = new();
    private static readonly ConcurrentDictionary<string, int> Refusals = new();

    private string Scope => Settings.LeaseConfig.GetString("scope");

    /// <summary>Takes the lease for somebody else, and tells the owner.</summary>
    /// <returns>Who had it.</returns>
    public static string TakeAway(string scope)
    {
        var before = Owners[scope];
        Owners[scope] = new Held("the test", _ => { });
        before.Lost(null);
        return before.Owner;
    }

    /// <summary>How often somebody asked for it in vain.</summary>
    public static int RefusalsOf(string scope) => Refusals.GetValueOrDefault(scope);

    /// <summary>Lets go of what <see cref="TakeAway"/> took.</summary>
    public static void GiveBack(string scope) => Owners.TryRemove(scope, out _);

    public override Task<bool> Acquire() => Acquire(_ => { });

    public override Task<bool> Acquire(Action<Exception?> leaseLostCallback)
    {
        var held = Owners.GetOrAdd(Scope, _ => new Held(Settings.OwnerName, leaseLostCallback));
        if (held.Owner != Settings.OwnerName)
        {
            Refusals.AddOrUpdate(Scope, 1, (_, count) => count + 1);
            return Task.FromResult(false);
        }

        Owners[Scope] = held with { Lost = leaseLostCallback };
        return Task.FromResult(true);
    }

    public override bool CheckLease() => Owners.TryGetValue(Scope, out var held) && held.Owner == Settings.OwnerName;

    public override Task<bool> Release()
    {
        if (Owners.TryGetValue(Scope, out var held) && held.Owner == Settings.OwnerName)
            Owners.TryRemove(KeyValuePair.Create(Scope, held));
        return Task.FromResult(true);
    }

    private sealed record Held(string Owner, Action<Exception?> Lost);
}
