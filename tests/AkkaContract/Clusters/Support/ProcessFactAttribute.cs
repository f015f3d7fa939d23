namespace Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>A test that stops processes and looks up their connections, which is done as Linux does it.</summary>
public sealed class ProcessFactAttribute : FactAttribute
{
    public ProcessFactAttribute() => Skip = ProcessTheoryAttribute.WhyNot;
}
