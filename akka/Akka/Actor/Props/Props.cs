namespace Akka.Actor;

using System.Linq.Expressions;
using System.Reflection;
using Akka.Dispatch;
using Akka.Util;

/// <summary>How to make an actor and where to run it; immutable.</summary>
public partial class Props : ISurrogated, IEquatable<Props>
{
    public static readonly Props None = new TerminatedProps();

    private static readonly object[] NoArguments = [];
    private static readonly Deploy DefaultDeploy = new();

    private readonly IIndirectActorProducer _producer;
    private readonly Type _inputType;

    protected Props()
        : this(DefaultDeploy, null, NoArguments)
    {
    }

    protected Props(Props copy)
    {
        _producer = copy._producer;
        _inputType = copy._inputType;
        Arguments = copy.Arguments;
        Deploy = copy.Deploy;
        SupervisorStrategy = copy.SupervisorStrategy;
    }

    public Props(Type type, object[] args)
        : this(DefaultDeploy, type, args)
    {
    }

    public Props(Type type)
        : this(DefaultDeploy, type, NoArguments)
    {
    }

    public Props(Type type, SupervisorStrategy supervisorStrategy, IEnumerable<object> args)
        : this(type, supervisorStrategy, args.ToArray())
    {
    }

    public Props(Type type, SupervisorStrategy supervisorStrategy, params object[] args)
        : this(DefaultDeploy, type, args) => SupervisorStrategy = supervisorStrategy;

    public Props(Deploy deploy, Type type, IEnumerable<object> args)
        : this(deploy, type, args.ToArray())
    {
    }

    public Props(Deploy deploy, Type type, params object[] args)
        : this(MakeProducer(type, args ?? NoArguments), deploy, type, args)
    {
    }

    private Props(IIndirectActorProducer producer, Deploy deploy, Type type, object[] args)
    {
        Deploy = deploy;
        _inputType = type;
        Arguments = args ?? NoArguments;
        _producer = producer;
    }

    public static Props Empty { get; } = Create<EmptyActor>();

    public Type Type => _producer?.ActorType ?? _inputType ?? typeof(EmptyActor);

    public string TypeName => Type.AssemblyQualifiedName;

    public object[] Arguments { get; private set; }

    public Deploy Deploy { get; protected set; }

    public SupervisorStrategy SupervisorStrategy { get; protected set; }

    public string Dispatcher => Deploy.Dispatcher == Deploy.NoDispatcherGiven ? Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    public string Mailbox => Deploy.Mailbox == Deploy.NoMailboxGiven ? Mailboxes.DefaultMailboxId : Deploy.Mailbox;

    internal bool IsReleasable => _producer is not null and not ActivatorProducer;

    /// <summary>Makes props from a <c>new</c> expression, whose arguments are evaluated now and which is called through a public
    /// constructor.</summary>
    public static Props Create<TActor>(Expression<Func<TActor>> factory, SupervisorStrategy supervisorStrategy = null)
        where TActor : ActorBase
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (factory.Body is not NewExpression creation)
        {
            throw new ArgumentException(
                $"The create function must be a 'new T (args)' expression, but is '{factory.Body}'.", nameof(factory));
        }

        var arguments = NewArguments.Of(creation);
        return new Props(DefaultDeploy, creation.Type, arguments) { SupervisorStrategy = supervisorStrategy };
    }

    public static Props Create<TActor>(params object[] args)
        where TActor : ActorBase =>
        new(typeof(TActor), args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() =>
        new(typeof(TActor), supervisorStrategy);

    public static Props Create(Type type, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(type);

        return new Props(type, args);
    }

    [Obsolete("Do not use this method. Call CreateBy(IIndirectActorProducer, params object[] args) instead")]
    public static Props CreateBy<TProducer>(params object[] args)
        where TProducer : class, IIndirectActorProducer =>
        new(typeof(TProducer), args);

    public static Props CreateBy(IIndirectActorProducer producer, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(producer);

        return new Props(producer, DefaultDeploy, producer.ActorType, args);
    }

    public Props WithDispatcher(string dispatcher) => With(Deploy.WithDispatcher(dispatcher));

    public Props WithMailbox(string mailbox) => With(Deploy.WithMailbox(mailbox));

    public Props WithStashCapacity(int stashCapacity) => With(Deploy.WithStashCapacity(stashCapacity));

    public Props WithDeploy(Deploy deploy) => With(deploy.WithFallback(Deploy));

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy)
    {
        var copy = Copy();
        copy.SupervisorStrategy = supervisorStrategy;
        return copy;
    }

    public virtual ActorBase NewActor()
    {
        try
        {
            return _producer is null ? new EmptyActor() : _producer.Produce();
        }
        catch (Exception cause)
        {
            var inner = cause is TargetInvocationException { InnerException: { } thrown } ? thrown : cause;
            throw new TypeLoadException(
                $"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({string.Join(",", Arguments)})", inner);
        }
    }

    public bool Equals(Props other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (Equals(Deploy, other.Deploy)
                && Equals(SupervisorStrategy, other.SupervisorStrategy)
                && Equals(_inputType, other._inputType)
                && (_producer is ActivatorProducer && other._producer is ActivatorProducer || Equals(_producer, other._producer))
                && Arguments.AsSpan().SequenceEqual(other.Arguments)));

    public override bool Equals(object obj) => obj is Props other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_inputType, Arguments.Length);

    public ISurrogate ToSurrogate(ActorSystem system) => new PropsSurrogate { Arguments = Arguments, Type = Type, Deploy = Deploy };

    internal void Release(ActorBase actor) => _producer?.Release(actor);

    protected virtual Props Copy() => new(this);

    private static IIndirectActorProducer MakeProducer(Type type, object[] args)
    {
        if (type is null)
            return null;
        if (typeof(IIndirectActorProducer).IsAssignableFrom(type))
            return (IIndirectActorProducer)Activator.CreateInstance(type, args);
        if (typeof(ActorBase).IsAssignableFrom(type))
            return new ActivatorProducer(type, args);

        throw new ArgumentException(
            $"Unknown actor producer [{type.FullName}]: it is neither an actor nor an {nameof(IIndirectActorProducer)}.", nameof(type));
    }

    private Props With(Deploy deploy)
    {
        var copy = Copy();
        copy.Deploy = deploy;
        return copy;
    }

    /// <summary>Props, as they travel between systems.</summary>
    public class PropsSurrogate : ISurrogate
    {
        public Type Type { get; set; }

        public Deploy Deploy { get; set; }

        public object[] Arguments { get; set; }

        public ISurrogated FromSurrogate(ActorSystem system) => new Props(Deploy, Type, Arguments);
    }
}
