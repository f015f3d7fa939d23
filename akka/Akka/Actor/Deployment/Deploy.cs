namespace Akka.Actor;

using Akka.Configuration;
using Akka.Util;

/// <summary>Where and on what an actor runs, apart from what it is.</summary>
public class Deploy : IEquatable<Deploy>, ISurrogated
{
    public const int NoStashSize = -1;

    public static readonly string NoDispatcherGiven = string.Empty;
    public static readonly string NoMailboxGiven = string.Empty;
    public static readonly Scope NoScopeGiven = null;
    public static readonly Deploy Local = new(Scope.Local);
    public static readonly Deploy None = null;

    private readonly string _path;
    private readonly Config _config;
    private readonly Scope _scope;
    private readonly string _dispatcher;
    private readonly string _mailbox;
    private readonly int _stashCapacity;

    public Deploy()
        : this("", Config.Empty, NoScopeGiven, NoDispatcherGiven, NoMailboxGiven, NoStashSize)
    {
    }

    public Deploy(string path, Scope scope)
        : this(path, Config.Empty, scope, NoDispatcherGiven, NoMailboxGiven, NoStashSize)
    {
    }

    public Deploy(Scope scope)
        : this("", scope)
    {
    }

    internal Deploy(string path, Config config, Scope scope, string dispatcher, string mailbox, int stashCapacity)
    {
        _path = path ?? "";
        _config = config ?? Config.Empty;
        _scope = scope ?? NoScopeGiven;
        _dispatcher = dispatcher ?? NoDispatcherGiven;
        _mailbox = mailbox ?? NoMailboxGiven;
        _stashCapacity = stashCapacity;
    }

    public string Path => _path;

    public Config Config => _config;

    public Scope Scope => _scope;

    public string Dispatcher => _dispatcher;

    public string Mailbox => _mailbox;

    /// <summary>How many messages the stash may hold; <see cref="NoStashSize"/> when nothing was said.</summary>
    public int StashCapacity => _stashCapacity;

    /// <summary>This, with what it does not say taken from <paramref name="other"/>.</summary>
    public virtual Deploy WithFallback(Deploy other)
    {
        if (other is null)
            return this;

        return new Deploy(
            _path,
            _config.Equals(other._config) ? _config : _config.WithFallback(other._config),
            _scope is null ? other._scope : _scope.WithFallback(other._scope),
            _dispatcher == NoDispatcherGiven ? other._dispatcher : _dispatcher,
            _mailbox == NoMailboxGiven ? other._mailbox : _mailbox,
            _stashCapacity == NoStashSize ? other._stashCapacity : _stashCapacity);
    }

    public virtual Deploy WithScope(Scope scope) => new(_path, _config, scope ?? _scope, _dispatcher, _mailbox, _stashCapacity);

    public virtual Deploy WithMailbox(string mailbox) => new(_path, _config, _scope, _dispatcher, mailbox, _stashCapacity);

    public virtual Deploy WithDispatcher(string dispatcher) => new(_path, _config, _scope, dispatcher, _mailbox, _stashCapacity);

    public virtual Deploy WithStashCapacity(int stashSize) => new(_path, _config, _scope, _dispatcher, _mailbox, stashSize);

    public bool Equals(Deploy other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (_path == other._path
                && _dispatcher == other._dispatcher
                && _mailbox == other._mailbox
                && _stashCapacity == other._stashCapacity
                && Equals(_config, other._config)
                && Equals(_scope, other._scope)));

    public ISurrogate ToSurrogate(ActorSystem system) => new DeploySurrogate
    {
        Path = Path,
        Config = Config,
        Scope = Scope,
        Dispatcher = Dispatcher,
        Mailbox = Mailbox,
        StashCapacity = StashCapacity,
    };

    /// <summary>A deployment, as it travels between systems.</summary>
    public class DeploySurrogate : ISurrogate
    {
        public string Path { get; set; }

        public Config Config { get; set; }

        public Scope Scope { get; set; }

        public string Dispatcher { get; set; }

        public string Mailbox { get; set; }

        public int StashCapacity { get; set; }

        public ISurrogated FromSurrogate(ActorSystem system) => new Deploy(Path, Config, Scope, Dispatcher, Mailbox, StashCapacity);
    }
}
