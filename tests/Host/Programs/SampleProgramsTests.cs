namespace Akka.Flink.Host.Tests.Programs;

using Akka.Flink.Host.Cli;
using Akka.Flink.Host.Programs;
using Akka.Flink.Host.Tests.Programs.Support;
using Akka.Flink.Runtime;

/// <summary>The samples, as they are built.</summary>
public sealed class SampleProgramsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("akka-flink-programs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Clickstream")]
    [InlineData("CountWithTimeout")]
    [InlineData("AccessLog", "--input", "/var/log", "--output", "/tmp")]
    [InlineData("EnrichTrades")]
    public async Task Are_learned_alike_by_all_nodes_at_every_parallelism(string sample, params string[] arguments)
    {
        var (one, other) = (new ProgramNode(_folder, "one"), new ProgramNode(_folder, "other"));
        var uploaded = await one.UploadAsync(Checkout.SampleAssembly(sample, _ => { }), arguments);
        var program = uploaded with { Assignments = ["connectors.kafka.delivery-guarantee=at-least-once"] };

        var expected = Shape(await one.CaptureAsync(program));
        foreach (var parallelism in (int?[])[null, 1, 2, 3])
        {
            var (here, there) = (await one.CaptureAsync(program, parallelism), await other.CaptureAsync(program, parallelism));

            Assert.Equal(GraphFingerprint.Of(here.Graph), GraphFingerprint.Of(there.Graph));
            Assert.Equal(expected, Shape(here));
            if (parallelism is { } every)
                Assert.Equal(every, here.Graph.Vertices.Max(vertex => vertex.Parallelism));
        }
    }

    [Theory]
    [InlineData("Clickstream")]
    [InlineData("EnrichTrades")]
    public void Are_uploaded_without_what_nodes_have(string sample)
    {
        var archive = ProgramArchive.Of(Checkout.SampleAssembly(sample, _ => { }));

        Assert.Equal([$"{sample}.deps.json", $"{sample}.dll", $"{sample}.pdb"], archive.Files);
        Assert.Equal($"{sample}.dll", archive.Assembly);
    }

    /// <summary>All that state depends on: uids with their key groups.</summary>
    private static List<(string Uid, int Groups)> Shape(CapturedJob job) =>
        [.. job.Graph.Vertices.SelectMany(vertex => vertex.Uids.Select(uid => (uid, vertex.MaxParallelism))).Order()];
}
