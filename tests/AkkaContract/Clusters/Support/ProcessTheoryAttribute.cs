namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>As <see cref="ProcessFactAttribute"/>, with cases.</summary>
public sealed class ProcessTheoryAttribute : TheoryAttribute
{
    public ProcessTheoryAttribute() => Skip = WhyNot;

    internal static string? WhyNot => OperatingSystem.IsLinux() ? null : "The relay between the nodes needs /proc, which only Linux has.";
}
