namespace Akka.Flink.Host.Cli;

using System.Text.Json;
using Akka.Flink.Host.Output;
using Akka.Flink.Host.Programs;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

/// <summary>Submits a program to a cluster, which runs it without this process.</summary>
/// <param name="client">A node of the cluster.</param>
/// <param name="program">The path of the program's assembly.</param>
/// <param name="className">The class whose <c>Main</c> is called; null for the entry point.</param>
/// <param name="clock">The clock.</param>
internal sealed class ClusterRun(RestClient client, string program, string? className, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Uploads the program, unless the cluster has it, and submits its job.</summary>
    /// <param name="files">Configuration files; what they set of the job goes with it.</param>
    /// <param name="assignments">What stands behind <c>-D</c>.</param>
    /// <param name="arguments">The program's own arguments.</param>
    /// <param name="restart">Whether a job that has finished runs anew.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The job's id and name.</returns>
    /// <exception cref="FlinkException">The program cannot be uploaded or run.</exception>
    public async Task<SubmitAnswer> SubmitAsync(
        IReadOnlyList<string> files,
        IReadOnlyList<string> assignments,
        string[] arguments,
        bool restart,
        CancellationToken cancellationToken)
    {
        var settings = SettingsOf(files, assignments);
        var archive = ProgramArchive.Of(program);
        var isSent = await client
            .UploadAsync(archive.Hash, () => new MemoryStream(archive.Content.ToArray(), writable: false), cancellationToken)
            .ConfigureAwait(false);
        if (isSent)
        {
            Console.Error.WriteLine(
                $"Uploaded {archive.Assembly} and {archive.Files.Count - 1} more files ({Figures.Size(archive.Content.Length)}).");
        }

        var request = new SubmitRequest(archive.Hash, archive.Assembly, className, [.. arguments], [.. settings], restart);
        var answer = await client.PostAsync("jobs", request, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.Deserialize<SubmitAnswer>(answer, RestJson.Lenient)!;
    }

    /// <summary>Waits until the job ends, and says what changes.</summary>
    /// <param name="job">The job's id.</param>
    /// <param name="cancellationToken">Ends the waiting, not the job.</param>
    /// <returns>What the process ends with.</returns>
    public async Task<ExitCode> WaitAsync(string job, CancellationToken cancellationToken)
    {
        var answered = clock.GetTimestamp();
        var said = "";
        while (true)
        {
            try
            {
                var json = await client.GetAsync($"jobs/{job}", cancellationToken).ConfigureAwait(false);
                var now = JsonSerializer.Deserialize<JobAnswer>(json, RestJson.Lenient)!;
                answered = clock.GetTimestamp();
                said = Say(said, $"{now.Name}: {now.Status.ToString().ToLowerInvariant()}, attempt {now.Attempt}{Because(now)}");
                if (EndOf(now.Status) is { } end)
                    return end;
            }
            catch (RestException away) when (away.Domain == ErrorDomain.External && clock.GetElapsedTime(answered) < Patience)
            {
                said = Say(said, $"{away.Message} Trying on.");
            }

            await Task.Delay(Interval, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Say(string before, string now)
    {
        if (before != now)
            Console.Error.WriteLine(now);
        return now;
    }

    private static string Because(JobAnswer job) => string.IsNullOrEmpty(job.Reason) ? "" : $": {job.Reason}";

    private static ExitCode? EndOf(JobStatus status) => status switch
    {
        JobStatus.Finished => ExitCode.Finished,
        JobStatus.Failed => ExitCode.Failed,
        JobStatus.Suspended => ExitCode.Stopped,
        JobStatus.Canceled => ExitCode.Aborted,
        _ => null,
    };

    // What is submitted is recorded, and every node can read it.
    private static IEnumerable<string> SettingsOf(IReadOnlyList<string> files, IReadOnlyList<string> assignments)
    {
        var set = FlinkConfiguration.Load(files, [], assignments).All().Where(each => each.Setting.IsSet).ToList();
        var secret = set.Find(each => Secrets.Contains(each.Key));
        if (secret.Key is not null)
            throw CliErrors.SecretSubmitted(secret.Key, secret.Setting.Source);

        return set.Select(each => $"{each.Key}={each.Setting.Value}");
    }
}
