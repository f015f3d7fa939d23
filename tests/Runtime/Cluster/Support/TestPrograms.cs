namespace Akka.Flink.Runtime.Tests.Cluster.Support;

using System.Collections.Concurrent;
using Akka.Flink.Operators;

/// <summary>Programs of a test: graphs that it makes itself, one for each parallelism.</summary>
internal sealed class TestPrograms : IJobPrograms
{
    private readonly ConcurrentDictionary<string, Func<int?, CapturedJob>> _programs = new();
    private readonly ConcurrentDictionary<(string, int?), CapturedJob> _captured = new();

    /// <summary>Adds a program.</summary>
    /// <param name="artifact">What it is called by.</param>
    /// <param name="build">Makes its graph.</param>
    /// <param name="settings">How it is run.</param>
    public JobProgram Add(string artifact, Func<int?, JobGraph> build, JobSettings settings)
    {
        _programs[artifact] = parallelism => new CapturedJob(build(parallelism), settings);
        return new JobProgram(artifact, artifact + ".dll", null, [], []);
    }

    public Task<CapturedJob> CaptureAsync(JobProgram program, int? parallelism, CancellationToken cancellationToken) =>
        _programs.TryGetValue(program.Artifact, out var build)
            ? Task.Run(() => _captured.GetOrAdd((program.Artifact, parallelism), _ => build(parallelism)), cancellationToken)
            : Task.FromException<CapturedJob>(new JobException(ErrorDomain.Definition, $"There is no program '{program.Artifact}'."));
}
