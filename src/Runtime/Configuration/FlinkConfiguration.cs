namespace Akka.Flink.Runtime;

using Akka.Configuration;

/// <summary>What is configured: the shipped defaults, and the layers over them.</summary>
/// <remarks>
/// <para>From weak to strong: shipped defaults, the program, <c>hocon.conf</c> of the working folder and files named by <c>-c</c>,
/// environment variables, <c>-D</c>. The program is no layer here: whoever knows it asks <see cref="Setting.IsSet"/>.</para>
/// <para><b>Threads.</b> Any: it does not change.</para>
/// </remarks>
internal sealed class FlinkConfiguration
{
    private const string DefaultSource = "shipped default";

    private static readonly string[] OpenSections = ["task-dispatcher.", "job-master-dispatcher."];

    private readonly Config _reference;
    private readonly Dictionary<string, string> _defaults;
    private readonly IReadOnlyList<SettingsLayer> _layers;
    private readonly Config _files;
    private readonly Config _akka;

    private FlinkConfiguration(Config reference, Dictionary<string, string> defaults, IReadOnlyList<SettingsLayer> layers, Config files)
    {
        _reference = reference;
        _defaults = defaults;
        _layers = layers;
        _files = files;
        _akka = Assignments().WithFallback(files).WithFallback(reference);
    }

    /// <summary>All keys below <c>akka.flink</c> with shipped defaults, in the order of <c>hocon.conf</c>.</summary>
    public IReadOnlyCollection<string> Keys => _defaults.Keys;

    /// <summary>The whole tree for an actor system: a user's files may hold settings of Akka, too.</summary>
    public Config Akka => _akka;

    /// <summary>Reads all that is configured.</summary>
    /// <param name="files">The user's files, weak ones first.</param>
    /// <param name="environment">Environment variables, by name.</param>
    /// <param name="assignments">What stands behind <c>-D</c>, weak ones first.</param>
    /// <exception cref="SettingsException">A file cannot be read, or a key is unknown.</exception>
    public static FlinkConfiguration Load(
        IReadOnlyList<string> files, IEnumerable<KeyValuePair<string, string>> environment, IReadOnlyList<string> assignments) =>
        Of([.. files.Select(file => ($"file {file}", HoconFiles.Read(file)))], environment, assignments);

    /// <summary>Reads what an application configures for itself.</summary>
    /// <param name="application">Its configuration.</param>
    /// <param name="source">What it is called in messages.</param>
    /// <param name="environment">Environment variables, by name.</param>
    /// <exception cref="SettingsException">A key is unknown.</exception>
    public static FlinkConfiguration Of(Config application, string source, IEnumerable<KeyValuePair<string, string>> environment) =>
        Of([(source, application)], environment, []);

    private static FlinkConfiguration Of(
        IReadOnlyList<(string Source, Config Tree)> files,
        IEnumerable<KeyValuePair<string, string>> environment,
        IReadOnlyList<string> assignments)
    {
        var reference = HoconFiles.ReadReference();
        var defaults = HoconFiles.Flatten(reference);
        var layers = new List<SettingsLayer>();
        var trees = Config.Empty;
        foreach (var (source, tree) in files)
        {
            layers.Add(new SettingsLayer(source, true, HoconFiles.Flatten(tree)));
            trees = tree.WithFallback(trees);
        }

        layers.AddRange(EnvironmentLayers.Of(environment, defaults.Keys));
        layers.Add(CommandLineLayer.Of(assignments));
        Check(layers, defaults);
        return new FlinkConfiguration(reference, defaults, layers, trees);
    }

    /// <summary>The same with more assignments, which outweigh all else.</summary>
    /// <param name="assignments">What stood behind <c>-D</c> when a job was submitted, weak ones first.</param>
    /// <exception cref="SettingsException">A key is unknown.</exception>
    public FlinkConfiguration Over(IReadOnlyList<string> assignments)
    {
        var layer = CommandLineLayer.Of(assignments);
        Check([layer], _defaults);
        return new FlinkConfiguration(_reference, _defaults, [.. _layers, layer], _files);
    }

    /// <summary>What holds for a key.</summary>
    /// <param name="key">The key below <c>akka.flink</c>; a known one.</param>
    public Setting this[string key] => Find(key) ?? new Setting(_defaults[key], DefaultSource, false);

    /// <summary>What was set of a key by somebody.</summary>
    /// <param name="key">The key below <c>akka.flink</c>.</param>
    /// <returns>Null when nobody did.</returns>
    public Setting? Find(string key)
    {
        for (var i = _layers.Count - 1; i >= 0; i--)
        {
            if (!_layers[i].Values.TryGetValue(key, out var value))
                continue;

            var isRepeated = _layers[i].IsFile && _defaults.TryGetValue(key, out var shipped) && shipped == value;
            return new Setting(value, _layers[i].Source, !isRepeated);
        }

        return null;
    }

    /// <summary>All keys that somebody set, or that have defaults.</summary>
    public IEnumerable<(string Key, Setting Setting)> All() => _defaults.Keys
        .Concat(_layers.SelectMany(layer => layer.Values.Keys).Where(key => !_defaults.ContainsKey(key)).Distinct())
        .Select(key => (key, Find(key) ?? new Setting(_defaults[key], DefaultSource, false)));

    private static void Check(List<SettingsLayer> layers, Dictionary<string, string> defaults)
    {
        var violations = new List<string>();
        foreach (var layer in layers)
        {
            foreach (var key in layer.Values.Keys)
            {
                if (defaults.ContainsKey(key) || Array.Exists(OpenSections, open => key.StartsWith(open, StringComparison.Ordinal)))
                    continue;

                var below = defaults.Keys.FirstOrDefault(known => known.StartsWith(key + ".", StringComparison.Ordinal));
                violations.Add(below is null
                    ? SettingsErrors.UnknownKey(key, layer.Source, NearestName.Of(key, defaults.Keys))
                    : SettingsErrors.SectionIsNoValue(key, layer.Source, below));
            }
        }

        if (violations.Count > 0)
            throw SettingsErrors.All(violations);
    }

    // What is no file has no tree of its own.
    private Config Assignments()
    {
        var lines =
            from layer in _layers
            where !layer.IsFile
            from each in layer.Values
            select $"akka.flink.{each.Key} = \"{each.Value.Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return ConfigurationFactory.ParseString(string.Join('\n', lines));
    }
}
