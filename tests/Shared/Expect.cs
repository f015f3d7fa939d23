namespace Akka.Flink.Shared;

using Xunit;

/// <summary>What the checks of a whole tree have in common.</summary>
internal static class Expect
{
    /// <summary>Fails with one line for each finding.</summary>
    public static void Nothing(IEnumerable<object> findings)
    {
        var lines = findings.Select(finding => finding.ToString()).ToList();
        if (lines.Count > 0)
            Assert.Fail($"{lines.Count} found:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
    }
}
