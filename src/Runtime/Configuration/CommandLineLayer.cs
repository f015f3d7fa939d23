namespace Akka.Flink.Runtime;

/// <summary>Reads configuration from <c>-D key=value</c>.</summary>
internal static class CommandLineLayer
{
    private const string Prefix = "akka.flink.";

    /// <summary>The layer of all assignments.</summary>
    /// <param name="assignments">What stands behind <c>-D</c>, weak ones first.</param>
    /// <exception cref="SettingsException">One has no '='.</exception>
    public static SettingsLayer Of(IReadOnlyList<string> assignments)
    {
        var values = new Dictionary<string, string>();
        foreach (var assignment in assignments)
        {
            var split = assignment.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
                throw SettingsErrors.NoAssignment(assignment);

            var key = assignment[..split].Trim();
            values[key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key] = assignment[(split + 1)..].Trim();
        }

        return new SettingsLayer("command line", false, values);
    }
}
