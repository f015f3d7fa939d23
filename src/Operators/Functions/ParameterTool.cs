namespace Akka.Flink;

using System.Globalization;
using Akka.Flink.Operators;

/// <summary>The arguments of a program, as <c>--name value</c>.</summary>
/// <remarks>
/// <para>What the engine understands (<c>-D key=value</c>, <c>-c FILE</c>, <c>--restart</c>, <c>--parallelism N</c>) is not among
/// them, so that a program started by <c>dotnet run</c> can be given both.</para>
/// <para><b>Threads.</b> Any.</para>
/// <para><b>Flink.</b> <c>ParameterTool</c>.</para>
/// </remarks>
public sealed class ParameterTool
{
    private readonly Dictionary<string, string> _values;

    private ParameterTool(Dictionary<string, string> values) => _values = values;

    /// <summary>Takes arguments apart.</summary>
    /// <param name="args">The arguments. A name that another name or nothing follows is a switch.</param>
    /// <returns>The arguments by name.</returns>
    /// <exception cref="JobException">A value has no name in front of it.</exception>
    public static ParameterTool FromArgs(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);

        var own = ProgramArguments.Split(args).Own;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < own.Count; i++)
        {
            if (!own[i].StartsWith("--", StringComparison.Ordinal) || own[i].Length == 2)
                throw ArgumentErrors.NoName(own[i]);

            var name = own[i][2..];
            var hasValue = i + 1 < own.Count && !own[i + 1].StartsWith("--", StringComparison.Ordinal);
            values[name] = hasValue ? own[++i] : "";
        }

        return new ParameterTool(values);
    }

    /// <summary>Whether an argument was given.</summary>
    /// <param name="name">Its name, without dashes.</param>
    /// <returns>True if it was.</returns>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>An argument that may be missing.</summary>
    /// <param name="name">Its name, without dashes.</param>
    /// <param name="fallback">What holds without it.</param>
    /// <returns>Its value.</returns>
    public string Get(string name, string fallback) => _values.GetValueOrDefault(name, fallback);

    /// <summary>An argument that must be there.</summary>
    /// <param name="name">Its name, without dashes.</param>
    /// <returns>Its value.</returns>
    /// <exception cref="JobException">It is missing or has no value.</exception>
    public string GetRequired(string name) =>
        _values.TryGetValue(name, out var value) && value.Length > 0 ? value : throw ArgumentErrors.Missing(name);

    /// <summary>A whole number that may be missing.</summary>
    /// <param name="name">Its name, without dashes.</param>
    /// <param name="fallback">What holds without it.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JobException">The value is no whole number.</exception>
    public long GetLong(string name, long fallback)
    {
        if (!_values.TryGetValue(name, out var value))
            return fallback;

        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ArgumentErrors.NoNumber(name, value);
    }

    /// <summary>Refuses arguments that the program does not know.</summary>
    /// <param name="names">Those that it knows, without dashes.</param>
    /// <returns>This.</returns>
    /// <exception cref="JobException">There is another.</exception>
    public ParameterTool Allow(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);

        var unknown = _values.Keys.FirstOrDefault(name => !names.Contains(name));
        return unknown is null ? this : throw ArgumentErrors.Unknown(unknown, names);
    }
}
