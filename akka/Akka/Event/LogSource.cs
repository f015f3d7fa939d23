namespace Akka.Event;

using Akka.Actor;

/// <summary>Who writes to the log: a name and a type.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    public string Source { get; }

    public Type Type { get; }

    public static LogSource Create(object o) => o switch
    {
        IActorContext context => new LogSource(context.Self.Path.ToString(), SourceType(o)),
        IActorRef actor => new LogSource(actor.Path.ToString(), SourceType(o)),
        string name => new LogSource(name, SourceType(o)),
        ActorSystem system => new LogSource(system.Name, SourceType(o)),
        _ => new LogSource(Logging.SimpleName(o), SourceType(o)),
    };

    public static LogSource Create(object o, ActorSystem system) => o switch
    {
        IActorContext context => new LogSource(FromActor(context, system), SourceType(o)),
        IActorRef actor => new LogSource(FromActorRef(actor, system), SourceType(o)),
        string name => new LogSource(FromString(name, system), SourceType(o)),
        ActorSystem other => new LogSource(other.Name, SourceType(o)),
        _ => new LogSource(FromType(SourceType(o), system), SourceType(o)),
    };

    public static LogSource Create(string source, Type t) => new(source, t);

    public static string FromActor(IActorContext actor, ActorSystem system) => FromActorRef(actor.Self, system);

    public static string FromActorRef(IActorRef a, ActorSystem system)
    {
        try
        {
            return a.Path.ToStringWithAddress(((ExtendedActorSystem)system).Provider.DefaultAddress);
        }
        catch (Exception)
        {
            // The provider has no address before the system has started.
            return a.Path.ToString();
        }
    }

    public static string FromString(string source, ActorSystem system) => $"{source}({system})";

    public static string FromType(Type t, ActorSystem system) => $"{Logging.SimpleName(t)}({system})";

    public static Type SourceType(object o) => o switch
    {
        Type type => type,
        IActorContext context => context.Props.Type,
        ActorRefWithCell actor => actor.Underlying.Props.Type,
        string => typeof(DummyClassForStringSources),
        _ => o.GetType(),
    };
}
