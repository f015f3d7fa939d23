namespace Akka.Flink.Runtime;

using Akka.Configuration;
using Akka.Configuration.Hocon;

/// <summary>Reads HOCON texts and lists what they set.</summary>
internal static class HoconFiles
{
    private const string Reference = "hocon.conf";
    private const string Section = "akka.flink";

    /// <summary>The shipped defaults.</summary>
    public static Config ReadReference()
    {
        using var stream = typeof(HoconFiles).Assembly.GetManifestResourceStream(Reference)!;
        using var reader = new StreamReader(stream);
        return ConfigurationFactory.ParseString(reader.ReadToEnd());
    }

    /// <summary>Reads a file of the user.</summary>
    /// <param name="path">Its path, as the user wrote it.</param>
    /// <exception cref="SettingsException">It is not there, or no HOCON.</exception>
    public static Config Read(string path)
    {
        if (!File.Exists(path))
            throw SettingsErrors.NoFile(path);

        try
        {
            return ConfigurationFactory.ParseString(File.ReadAllText(path), Include);
        }
        catch (Exception cause) when (cause is not SettingsException)   // the type differs between providers of Akka
        {
            throw SettingsErrors.Unreadable(path, cause);
        }

        HoconRoot Include(string name)
        {
            var included = Read(Path.Combine(Path.GetDirectoryName(path) ?? "", name));
            return new HoconRoot(included.Root, included.Substitutions);
        }
    }

    /// <summary>Lists the values below <c>akka.flink</c>, lists joined by commas.</summary>
    /// <param name="config">The tree.</param>
    public static Dictionary<string, string> Flatten(Config config)
    {
        var values = new Dictionary<string, string>();
        if (!config.IsEmpty && config.HasPath(Section))
            Add(config.GetValue(Section), "", values);
        return values;
    }

    private static void Add(HoconValue value, string path, Dictionary<string, string> values)
    {
        if (value.IsObject())
        {
            foreach (var (key, child) in value.GetObject().Items)
                Add(child, path.Length == 0 ? key : $"{path}.{key}", values);
        }
        else if (value.IsArray())
        {
            values[path] = string.Join(',', value.GetArray().Select(element => element.GetString()));
        }
        else
        {
            values[path] = value.GetString() ?? "";
        }
    }
}
