namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Akka.Flink.AkkaApi.Tests.Listing;
using Akka.Flink.Shared;
using Akka.Flink.Shared.ApiText;
using Xunit.Abstractions;

/// <summary>Each assembly under <c>akka/</c> against the listing of the official one.</summary>
public class AkkaSurfaceTests(SurfaceReporting reporting, ITestOutputHelper output) : IClassFixture<SurfaceReporting>
{
    private const string Unlisted = "Akka.Persistence.Sql";

    private static readonly string[] SurfaceOfUnlisted =
    [
        "Akka.Persistence.Sql.SqlPersistence",
        "Akka.Persistence.Sql.SqlPersistenceProvider",
        "Akka.Persistence.Sql.Journal.SqlWriteJournal",
        "Akka.Persistence.Sql.Snapshot.SqlSnapshotStore",
    ];

    private static readonly string[] Compared =
    [
        "Akka", "Akka.Cluster", "Akka.Cluster.Sharding", "Akka.Cluster.Tools", "Akka.Coordination", "Akka.Persistence", "Akka.Remote",
        "Akka.TestKit", "Akka.TestKit.Xunit2",
    ];

    [ListedFact]
    public void Akka_declares_only_what_the_official_assembly_declares() => Compare("Akka");

    [ListedFact]
    public void Akka_Cluster_declares_only_what_the_official_assembly_declares() => Compare("Akka.Cluster");

    [ListedFact]
    public void Akka_Coordination_declares_only_what_the_official_assembly_declares() => Compare("Akka.Coordination");

    [ListedFact]
    public void Akka_Cluster_Sharding_declares_only_what_the_official_assembly_declares() => Compare("Akka.Cluster.Sharding");

    [ListedFact]
    public void Akka_Cluster_Tools_declares_only_what_the_official_assembly_declares() => Compare("Akka.Cluster.Tools");

    [ListedFact]
    public void Akka_Persistence_declares_only_what_the_official_assembly_declares() => Compare("Akka.Persistence");

    [ListedFact]
    public void Akka_Remote_declares_only_what_the_official_assembly_declares() => Compare("Akka.Remote");

    [ListedFact]
    public void Akka_TestKit_declares_only_what_the_official_assembly_declares() => Compare("Akka.TestKit");

    [ListedFact]
    public void Akka_TestKit_Xunit2_declares_only_what_the_official_assembly_declares() => Compare("Akka.TestKit.Xunit2");

    [Fact]
    public void Akka_Persistence_Sql_shows_its_extension_and_its_two_plugins()
    {
        var ours = Slice.Read(Unlisted);

        reporting.Say(output, $"{Unlisted}: {ours.Count} types; there is no listing, only the extension and the two plugins may be seen.");
        Expect.Nothing(ours.Select(type => type.Name).Except(SurfaceOfUnlisted)
            .Select(name => $"{name}: no part of the surface of {Unlisted} that we rely on. Make it internal."));
    }

    [ListedFact]
    public void Every_assembly_of_the_slice_is_compared() =>
        Assert.Equal(Slice.Assemblies, Compared.Append(Unlisted).Order(StringComparer.Ordinal));

    [ListedFact]
    public void What_code_outside_the_slice_implements_is_complete_in_it()
    {
        var outside = new AssemblySet(OutsideAssemblies.Paths.Select(AssemblySet.Reference));
        var names = outside.Extra
            .SelectMany(assembly => Completeness.ImplementedBy(assembly, Slice.Assemblies.ToHashSet()))
            .Distinct()
            .ToList();
        var check = new Completeness(Slice.Types);

        var missing = names.Select(OfficialApi.Find).OfType<OfficialType>().SelectMany(check.Missing).ToList();

        var count = OutsideAssemblies.Paths.Count;
        reporting.Say(output, $"{count} assemblies outside the slice implement {names.Count} types of it: {string.Join(", ", names)}.");
        Expect.Nothing(missing);
    }

    private void Compare(string assembly)
    {
        var comparison = new SurfaceComparison(OfficialApi.Of(assembly), OfficialApi.Find, Slice.Has);

        var report = comparison.Compare(assembly, Slice.Read(assembly));

        reporting.Say(output, report.ToString());
        Expect.Nothing(report.Differences);
    }
}
