namespace Akka.Flink.AkkaContract.Tests.Extensions;

using System.Runtime.CompilerServices;
using Akka.Actor;

/// <summary>The id of <see cref="Counted"/>.</summary>
public sealed class CountedId : ExtensionIdProvider<Counted>
{
    private static readonly ConditionalWeakTable<ExtendedActorSystem, StrongBox<int>> Creations = new();

    public static readonly CountedId Instance = new();

    public override Counted CreateExtension(ExtendedActorSystem system)
    {
        var created = Creations.GetOrCreateValue(system);
        Interlocked.Increment(ref created.Value);
        return new Counted(system, created);
    }
}
