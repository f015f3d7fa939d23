namespace Akka.Actor;

using Akka.Util;

/// <summary>In this system.</summary>
public class LocalScope : Scope, ISurrogated
{
    private LocalScope()
    {
    }

    public static LocalScope Instance { get; } = new();

    public override Scope WithFallback(Scope other) => Instance;

    public override Scope Copy() => Instance;

    public ISurrogate ToSurrogate(ActorSystem system) => new LocalScopeSurrogate();

    /// <summary>The scope, as it travels between systems.</summary>
    public class LocalScopeSurrogate : ISurrogate
    {
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
