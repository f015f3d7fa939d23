namespace Akka.Flink.Host.Rest;

using Akka.Flink.Host.Programs;
using Akka.Flink.Runtime;

/// <summary>Takes programs whose archives were uploaded: learns what job they run, here, and submits that.</summary>
/// <remarks>A program that cannot be run is refused before anything is recorded.</remarks>
/// <param name="programs">Learns jobs.</param>
/// <param name="artifacts">Where archives are.</param>
/// <param name="cluster">The job manager.</param>
internal sealed class ProgramSubmitter(JobPrograms programs, ArtifactStore artifacts, IClusterClient cluster) : IJobSubmitter
{
    public async Task<SubmitAnswer> SubmitAsync(SubmitRequest request, CancellationToken cancellationToken)
    {
        if (!await artifacts.HasAsync(request.Artifact, cancellationToken).ConfigureAwait(false))
            throw RestErrors.NoArtifact(request.Artifact);

        var program = new JobProgram(
            request.Artifact, request.Assembly, request.ClassName, request.Arguments ?? [], request.Assignments ?? []);
        var captured = await programs.CaptureAsync(program, null, cancellationToken).ConfigureAwait(false);
        var id = programs.JobIdOf(program, captured.Graph.Name);
        await cluster.SubmitAsync(id, program, request.Restart, cancellationToken).ConfigureAwait(false);
        return new SubmitAnswer(id.Value, captured.Graph.Name);
    }
}
