namespace Akka.Flink.AkkaApi.Tests.Comparison;

/// <summary>What a comparison of one assembly with its listing has found.</summary>
/// <param name="Assembly">The assembly's name.</param>
/// <param name="Types">How many of our types were looked up.</param>
/// <param name="Members">How many of our members were looked up.</param>
/// <param name="Differences">One line for each thing that the official assembly does not have, or has otherwise.</param>
internal sealed record SurfaceReport(string Assembly, int Types, int Members, IReadOnlyList<string> Differences)
{
    public override string ToString() =>
        $"{Assembly}: {Types} types and {Members} members compared with the official API, {Differences.Count} differences.";
}
