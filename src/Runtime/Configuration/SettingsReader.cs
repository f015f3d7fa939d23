namespace Akka.Flink.Runtime;

using System.Globalization;

/// <summary>Reads typed values and gathers what is wrong with them, so that all of it is reported together.</summary>
/// <param name="configuration">What is configured.</param>
internal sealed class SettingsReader(FlinkConfiguration configuration)
{
    private readonly List<string> _violations = [];

    /// <summary>A duration.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The shortest that is accepted.</param>
    public TimeSpan Duration(string key, TimeSpan least)
    {
        var setting = configuration[key];
        if (Quantity.TryDuration(setting.Value, out var duration) && duration >= least)
            return duration;

        var bound = least == TimeSpan.Zero ? "" : $", at least {least.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} ms";
        return Refuse<TimeSpan>(key, setting, $"a duration such as '500 ms', '10 s' or '3 min'{bound}");
    }

    /// <summary>A whole number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least that is accepted.</param>
    /// <param name="most">The most; the word <c>infinite</c> stands for it where it is the largest int.</param>
    public int Number(string key, int least, int most)
    {
        var setting = configuration[key];
        if (most == int.MaxValue && setting.Value is "infinite" or "inf")
            return most;
        if (int.TryParse(setting.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;

        return Refuse<int>(key, setting, most == int.MaxValue
            ? $"a whole number from {least}, or 'infinite'"
            : $"a whole number from {least} to {most}");
    }

    /// <summary>A number.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least that is accepted.</param>
    /// <param name="most">The most.</param>
    public double Fraction(string key, double least, double most)
    {
        var setting = configuration[key];
        if (double.TryParse(setting.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;

        return Refuse<double>(key, setting, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}, such as 1.5"));
    }

    /// <summary>A size in bytes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="least">The least that is accepted.</param>
    /// <param name="most">The most.</param>
    public long Bytes(string key, long least, long most)
    {
        var setting = configuration[key];
        return Quantity.TryBytes(setting.Value, out var bytes) && bytes >= least && bytes <= most
            ? bytes
            : Refuse<long>(key, setting, $"a size such as '64 KiB', from {least} to {most} bytes");
    }

    /// <summary>A switch.</summary>
    /// <param name="key">The key.</param>
    public bool Switch(string key)
    {
        var setting = configuration[key];
        return setting.Value switch
        {
            "on" or "true" or "yes" => true,
            "off" or "false" or "no" => false,
            _ => Refuse<bool>(key, setting, "'on' or 'off'"),
        };
    }

    /// <summary>One of several words.</summary>
    /// <typeparam name="T">What they stand for.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="choices">The words and what they stand for.</param>
    public T Choice<T>(string key, params ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        var setting = configuration[key];
        var words = new List<string>();
        foreach (var (word, meaning) in choices)
        {
            if (string.Equals(setting.Value, word, StringComparison.OrdinalIgnoreCase))
                return meaning;
            words.Add($"'{word}'");
        }

        return Refuse<T>(key, setting, $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}");
    }

    /// <summary>A text that a rule accepts.</summary>
    /// <param name="key">The key.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="accepted">The rule in words.</param>
    public string Text(string key, Func<string, bool> rule, string accepted)
    {
        var setting = configuration[key];
        return rule(setting.Value) ? setting.Value : Refuse<string>(key, setting, accepted)!;
    }

    /// <summary>Any text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text; null for an empty one.</returns>
    public string? OptionalText(string key) => configuration[key].Value is { Length: > 0 } text ? text : null;

    /// <summary>Whether somebody set a key, so that it outweighs what the program says.</summary>
    /// <param name="key">The key.</param>
    public bool IsSet(string key) => configuration[key].IsSet;

    /// <summary>Notes that two values contradict each other.</summary>
    /// <param name="key">One key.</param>
    /// <param name="other">The other.</param>
    /// <param name="rule">What holds between them, as a sentence that says what to do.</param>
    public void Contradict(string key, string other, string rule) =>
        _violations.Add(SettingsErrors.Contradiction(key, configuration[key], other, configuration[other], rule));

    /// <summary>Ends the reading.</summary>
    /// <exception cref="SettingsException">Something was wrong: all of it.</exception>
    public void ThrowIfWrong()
    {
        if (_violations.Count > 0)
            throw SettingsErrors.All(_violations);
    }

    private T Refuse<T>(string key, Setting setting, string accepted)
    {
        _violations.Add(SettingsErrors.WrongValue(key, setting, accepted));
        return default!;
    }
}
