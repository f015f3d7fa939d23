namespace Akka.Flink.AkkaContract.Tests.Extensions;

using System.Runtime.CompilerServices;
using Akka.Actor;

/// <summary>An extension that knows how many of it were created for its system.</summary>
public sealed class Counted(ExtendedActorSystem system, StrongBox<int> created) : IExtension
{
    public ExtendedActorSystem System => system;

    public int Created => created.Value;
}

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
