namespace Akka.Flink.AkkaContract.Tests.Bundled;

using Akka.Flink.AkkaContract.Tests.Clusters.Support;

/// <summary>Strategies of downing that only the official packages have are refused, and the refusal says where they are.</summary>
public class OfficialDowningTests : ClusterTest
{
    [Theory]
    [InlineData("static-quorum")]
    [InlineData("keep-oldest")]
    [InlineData("down-all")]
    public void A_strategy_of_the_official_packages_is_refused_with_its_name(string strategy)
    {
        var error = Assert.ThrowsAny<Exception>(() => Node($"akka.cluster.split-brain-resolver.active-strategy = {strategy}"));

        Assert.Contains($"[{strategy}], which stays with the official packages", error.ToString(), StringComparison.Ordinal);
    }
}
