namespace Akka.Flink.Host.Programs;

using System.Reflection;
using System.Text.Json;
using Akka.Flink.Host.Cli;
using Akka.Flink.Host.Embedded;
using Akka.Flink.Runtime;

/// <summary>Learns jobs from programs that were uploaded: unpacks, loads and calls them, and remembers what came of it.</summary>
/// <remarks>
/// <para><b>State.</b> A program is loaded once, into a context of its own that stays until the process ends; its static fields live as
/// long. Of jobs, those that were learned last are remembered.</para>
/// <para><b>Threads.</b> Any. Of one program one entry point runs at a time.</para>
/// </remarks>
internal sealed class JobPrograms : IJobPrograms
{
    private const int MaxRemembered = 64;

    private readonly FlinkConfiguration _configuration;
    private readonly ProgramSettings _settings;
    private readonly ProgramCache _cache;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<CapturedJob>> _jobs = [];
    private readonly Queue<string> _order = [];
    private readonly Dictionary<string, Assembly> _loaded = [];
    private readonly Dictionary<string, SemaphoreSlim> _turns = [];

    /// <summary>Knows no program yet.</summary>
    /// <param name="artifacts">Where programs are.</param>
    /// <param name="configuration">What is configured on this node.</param>
    /// <param name="settings">Where programs are unpacked, and how long they may take.</param>
    public JobPrograms(ArtifactStore artifacts, FlinkConfiguration configuration, ProgramSettings settings)
    {
        _configuration = configuration;
        _settings = settings;
        _cache = new ProgramCache(artifacts, settings.CacheDirectory);
    }

    /// <summary>What names the job of a program over all its runs: what <c>pipeline.job-id</c> says, or the job's name with a hash of
    /// program and arguments.</summary>
    /// <param name="program">The program.</param>
    /// <param name="jobName">The job's name.</param>
    /// <exception cref="SettingsException">What the program was submitted with makes no sense.</exception>
    public JobId JobIdOf(JobProgram program, string jobName)
    {
        var reader = new SettingsReader(_configuration.Over(program.Assignments));
        var configured = PipelineSettings.From(reader).JobId;
        reader.ThrowIfWrong();
        return JobIds.Of(configured, jobName, NameOf(program), program.Arguments);
    }

    /// <inheritdoc/>
    public Task<CapturedJob> CaptureAsync(JobProgram program, int? parallelism, CancellationToken cancellationToken)
    {
        var key = JsonSerializer.Serialize(new object?[]
        {
            program.Artifact, program.Assembly, program.ClassName, program.Arguments, program.Assignments, program.Parallelisms,
            parallelism,
        });
        lock (_gate)
        {
            if (!_jobs.TryGetValue(key, out var job) || job.IsFaulted)
            {
                job = Task.Run(() => LearnAsync(program, parallelism), CancellationToken.None);
                Remember(key, job);
            }

            return job.WaitAsync(cancellationToken);
        }
    }

    // As the command line names programs that it runs itself, so that a job has one name wherever it runs.
    private static string NameOf(JobProgram program) =>
        Path.GetFileNameWithoutExtension(program.Assembly) + (program.ClassName is null ? "" : "/" + program.ClassName);

    private void Remember(string key, Task<CapturedJob> job)
    {
        if (!_jobs.ContainsKey(key))
            _order.Enqueue(key);
        _jobs[key] = job;
        if (_order.Count > MaxRemembered)
            _jobs.Remove(_order.Dequeue());
    }

    private async Task<CapturedJob> LearnAsync(JobProgram program, int? parallelism)
    {
        RefuseSecrets(program);
        var configuration = _configuration.Over(program.Assignments);
        var executor = new CapturingExecutor();
        var environments = new CapturingEnvironments(executor, configuration, parallelism, program.Parallelisms);
        var turn = TurnOf(program.Artifact);
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            var assembly = await LoadAsync(program).ConfigureAwait(false);
            var loaded = new CapturedProgram(NameOf(program), assembly, _settings.CaptureTimeout);
            var graph = await loaded.RunAsync(program, executor, environments).ConfigureAwait(false);
            return new CapturedJob(
                graph, JobSettings.From(new SettingsReader(configuration), graph.CheckpointInterval, graph.CheckpointingMode));
        }
        finally
        {
            turn.Release();
        }
    }

    // Before the job is recorded its program is called, so here none gets by.
    private static void RefuseSecrets(JobProgram program)
    {
        foreach (var assignment in program.Assignments)
        {
            var key = assignment.Split('=', 2)[0].Trim();
            if (Secrets.Contains(key))
                throw ProgramErrors.SecretAssignment(NameOf(program), key);
        }
    }

    private SemaphoreSlim TurnOf(string artifact)
    {
        lock (_gate)
        {
            if (!_turns.TryGetValue(artifact, out var turn))
                _turns.Add(artifact, turn = new SemaphoreSlim(1));
            return turn;
        }
    }

    /// <summary>In the program's turn.</summary>
    private async Task<Assembly> LoadAsync(JobProgram program)
    {
        var key = $"{program.Artifact}/{program.Assembly}";
        lock (_gate)
        {
            if (_loaded.TryGetValue(key, out var known))
                return known;
        }

        var folder = await _cache.UnpackAsync(program.Artifact, CancellationToken.None).ConfigureAwait(false);
        var path = Path.Combine(folder, program.Assembly);
        if (Path.GetFileName(program.Assembly) != program.Assembly || !File.Exists(path))
            throw ProgramErrors.NotInArchive(program.Artifact, program.Assembly);

        var assembly = ProgramLoader.Load(path);
        lock (_gate)
            _loaded.Add(key, assembly);
        return assembly;
    }
}
