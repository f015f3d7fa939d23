namespace Akka.Configuration.Hocon;

/// <summary>Parses HOCON, the notation of configurations.</summary>
public class Parser
{
    public static HoconRoot Parse(string text, Func<string, HoconRoot> includeCallback)
    {
        ArgumentNullException.ThrowIfNull(text);

        return new HoconReader(text, includeCallback).Read();
    }
}
