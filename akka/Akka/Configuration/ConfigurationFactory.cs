namespace Akka.Configuration;

using System.Reflection;
using Akka.Configuration.Hocon;

/// <summary>Makes a <see cref="Config"/> out of text and embedded resources.</summary>
public class ConfigurationFactory
{
    private const string ReferenceResource = "Akka.Configuration.akka.conf";

    private static readonly Lazy<Config> Reference = new(() => FromResource(ReferenceResource, typeof(ConfigurationFactory).Assembly));

    public static Config Empty => Config.Empty;

    public static Config ParseString(string hocon) => ParseString(hocon, null);

    public static Config ParseString(string hocon, Func<string, HoconRoot> includeCallback) => new(Parser.Parse(hocon, includeCallback));

    // Modern applications have no app.config, and without its section the official Load is empty as well.
    public static Config Load() => Empty;

    public static Config Default() => Reference.Value;

    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);

        return FromResource(resourceName, instanceInAssembly switch
        {
            Type type => type.Assembly,
            Assembly assembly => assembly,
            _ => instanceInAssembly.GetType().Assembly,
        });
    }

    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);

        using var stream = assembly.GetManifestResourceStream(resourceName) ?? throw HoconErrors.NoResource(resourceName, assembly);
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }
}
