namespace Akka.Configuration;

using Akka.Configuration.Hocon;

/// <summary>A tree of settings, with the trees that answer for what it does not say.</summary>
/// <remarks>
/// <see cref="WithFallback"/> merges at once: <see cref="Root"/> holds this tree laid over all its fallbacks, so that a look-up walks
/// one tree and never the chain. The chain in <see cref="Fallback"/> remains for those who want to know the layers, and
/// <see cref="ToString()"/> shows the uppermost one alone. Nothing that is merged is changed: the layers can be shared and used on.
/// </remarks>
public partial class Config
{
    public static readonly Config Empty = new(new HoconRoot(HoconValue.Of(new HoconObject())));

    private HoconValue _own;

    public Config()
    {
    }

    public Config(HoconRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.Value is null)
            throw new ArgumentNullException(nameof(root), "The root value cannot be null.");

        _own = root.Value;
        Root = root.Value;
        Substitutions = root.Substitutions;
    }

    public Config(Config source, Config fallback)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source), "The source configuration cannot be null.");

        _own = source._own;
        Root = source.Root;
        Substitutions = source.Substitutions;
        Fallback = fallback;
        if (fallback is not null)
            Root = Merged(source.Root, fallback.Root);
    }

    public Config Fallback { get; private set; }

    public virtual bool IsEmpty => Root is null || Root.IsEmpty;

    public HoconValue Root { get; private set; }

    public IEnumerable<HoconSubstitution> Substitutions { get; set; }

    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    public static Config operator +(Config config, string fallback) => config.WithFallback(ConfigurationFactory.ParseString(fallback));

    public static Config operator +(string configHocon, Config fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    public virtual Config WithFallback(Config fallback)
    {
        if (ReferenceEquals(fallback, this))
            throw new ArgumentException("Config can not have itself as fallback", nameof(fallback));
        if (fallback?.Root is null)
            return this;
        if (IsEmpty)
            return fallback;

        var merged = Copy(fallback);
        merged.Root = Merged(Root, fallback.Root);
        return merged;
    }

    public virtual Config GetConfig(string path)
    {
        var node = GetNode(path);
        if (node is null)
            return null;

        return new Config(new HoconRoot(node)) { Fallback = Fallback?.GetConfig(path) };
    }

    public HoconValue GetValue(string path) => GetNode(path);

    public virtual bool HasPath(string path) => GetNode(path) is not null;

    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() =>
        Root?.GetObject()?.Items ?? Enumerable.Empty<KeyValuePair<string, HoconValue>>();

    public override string ToString() => _own is null ? "" : _own.ToString();

    public string ToString(bool includeFallback) => includeFallback ? Root?.ToString() ?? "" : ToString();

    protected Config Copy(Config fallback = null) => new()
    {
        Fallback = Fallback is null ? fallback : Fallback.Copy(fallback),
        Root = Root,
        Substitutions = Substitutions,
        _own = _own,
    };

    private static HoconValue Merged(HoconValue upper, HoconValue lower)
    {
        var over = upper?.GetObject();
        var under = lower?.GetObject();
        if (over is null || under is null)
            return upper ?? lower;

        return HoconValue.Of(under.MergeImmutable(over));
    }

    private HoconValue GetNode(string path)
    {
        ArgumentNullException.ThrowIfNull(path);

        return Root is null ? throw HoconErrors.NoRoot(path) : HoconPath.Find(Root, path);
    }
}
