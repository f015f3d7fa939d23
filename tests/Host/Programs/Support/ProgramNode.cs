namespace Akka.Flink.Host.Tests.Programs.Support;

using Akka.Flink.Host.Programs;
using Akka.Flink.Runtime;

/// <summary>What nodes of a cluster have of programs: a folder of artifacts that all see, a cache of their own.</summary>
internal sealed class ProgramNode
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder;

    public ProgramNode(string folder, string name = "node", string[]? assignments = null, TimeSpan? timeout = null)
    {
        _folder = folder;
        Cache = Path.Combine(folder, name);
        Directory.CreateDirectory(ArtifactFolder);
        Artifacts = new ArtifactStore(ArtifactFolder, TimeProvider.System);
        var configuration = FlinkConfiguration.Load([], [], assignments ?? []);
        Programs = new JobPrograms(Artifacts, configuration, new ProgramSettings(Cache, timeout ?? Patience));
    }

    public ArtifactStore Artifacts { get; }

    public string Cache { get; }

    public JobPrograms Programs { get; }

    public string ArtifactFolder => Path.Combine(_folder, "artifacts");

    /// <summary>Uploads a program.</summary>
    public async Task<JobProgram> UploadAsync(string assembly, params string[] arguments)
    {
        var archive = ProgramArchive.Of(assembly);
        using var content = new MemoryStream(archive.Content.ToArray());
        await Artifacts.PutAsync(archive.Hash, content, CancellationToken.None);
        return new JobProgram(archive.Hash, archive.Assembly, null, [.. arguments], []);
    }

    public Task<CapturedJob> CaptureAsync(JobProgram program, int? parallelism = null) =>
        Programs.CaptureAsync(program, parallelism, CancellationToken.None).WaitAsync(Patience);

    /// <summary>Compiles, uploads and learns a program.</summary>
    public async Task<CapturedJob> CaptureSourceAsync(string source, params string[] arguments) => await CaptureAsync(
        await UploadAsync(CompiledProgram.Compile(Path.Combine(_folder, $"program-{Guid.NewGuid():N}"), "Program", source), arguments));
}
