namespace Akka.Flink.AkkaContract.Tests.Extensions;

using System.Runtime.CompilerServices;
using Akka.Actor;

/// <summary>An extension that knows how many of it were created for its system.</summary>
public sealed class Counted(ExtendedActorSystem system, StrongBox<int> created) : IExtension
{
    public ExtendedActorSystem System => system;

    public int Created => created.Value;
}
