namespace Akka.Flink.AkkaApi.Tests.Configuration;

using Akka.Flink.AkkaApi.Tests.Comparison;
using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared;
using Akka.Flink.Shared.Hocon;
using Akka.Flink.Shared.Repository;
using Xunit.Abstractions;

/// <summary>The HOCON keys of the slice and of everything that configures Akka, against the official key lists.</summary>
public class AkkaKeysTests(SurfaceReporting reporting, ITestOutputHelper output) : IClassFixture<SurfaceReporting>
{
    [ListedFact]
    public void Akka_has_the_official_defaults() => Compare("akka/Akka/Configuration/akka.conf", "Akka");

    [ListedFact]
    public void Akka_Cluster_has_the_official_defaults() => Compare("akka/Akka.Cluster/cluster.conf", "Akka.Cluster");

    [ListedFact]
    public void Akka_Coordination_has_the_official_defaults() => Compare("akka/Akka.Coordination/reference.conf", "Akka.Coordination");

    [ListedFact]
    public void Akka_Cluster_Tools_has_the_official_defaults_of_singletons() =>
        Compare("akka/Akka.Cluster.Tools/Singleton/singleton.conf", "Akka.Cluster.Tools.Singleton");

    [ListedFact]
    public void Akka_Cluster_Sharding_has_the_official_defaults() =>
        Compare("akka/Akka.Cluster.Sharding/sharding.conf", "Akka.Cluster.Sharding");

    [ListedFact]
    public void Akka_Persistence_has_the_official_defaults() => Compare("akka/Akka.Persistence/persistence.conf", "Akka.Persistence");

    [ListedFact]
    public void Akka_Persistence_Sql_has_the_official_defaults_of_its_journal() =>
        Compare("akka/Akka.Persistence.Sql/persistence.conf", "Akka.Persistence.Sql.journal", "Akka.Persistence.Sql.snapshot");

    [ListedFact]
    public void Akka_Persistence_Sql_has_the_official_defaults_of_its_snapshot_store() =>
        Compare("akka/Akka.Persistence.Sql/snapshot.conf", "Akka.Persistence.Sql.snapshot");

    [ListedFact]
    public void Akka_Remote_has_the_official_defaults() => Compare("akka/Akka.Remote/remote.conf", "Akka.Remote");

    [ListedFact]
    public void Akka_TestKit_has_the_official_defaults() => Compare("akka/Akka.TestKit/Internal/Reference.conf", "Akka.TestKit");

    [ListedFact]
    public void Every_key_of_Akka_that_the_repository_sets_or_names_is_an_official_one()
    {
        var uses = KeyUses.InRepository();

        reporting.Say(output,
            $"{uses.Count} uses of {uses.Select(use => use.Key).Distinct().Count()} keys of Akka compared with the official key lists.");
        Expect.Nothing(KeyCheck.Unknown(uses, OfficialKeys.ReadAll()));
    }

    private void Compare(string file, params string[] lists)
    {
        var embedded = HoconScanner.Scan(File.ReadAllText(RepositoryRoot.At(file)));

        reporting.Say(output, $"{file}: {embedded.Count} defaults compared with the official ones.");
        Expect.Nothing(KeyCheck.Differences(file, embedded, OfficialKeys.Read(lists)));
    }
}
