namespace Akka.Flink.Host.Cli;

using System.CommandLine;
using System.Text.Json;
using Akka.Flink.Host.Output;
using Akka.Flink.Host.Rest;
using Akka.Flink.Runtime;

/// <summary>The commands that take savepoints of a cluster's jobs, and look at savepoints.</summary>
internal static class SavepointCommands
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    /// <summary>Adds them.</summary>
    /// <param name="root">Where to.</param>
    public static void AddTo(RootCommand root)
    {
        root.Subcommands.Add(Savepoint());
        root.Subcommands.Add(Stop());
    }

    private static Command Savepoint()
    {
        var job = ClusterCommands.Job();
        var directory = new Argument<string?>("directory")
        {
            Description = "Where savepoints go, on all nodes; by default what execution.checkpointing.savepoint-dir says.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var target = new ClusterTarget();
        var command = new Command("savepoint", "Takes a savepoint of a job, which goes on, and prints its directory.") { job, directory };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = target.Open(parsed);
            var request = new SavepointRequest(Whole(parsed.GetValue(directory)));
            var path = ClusterCommands.PathOf(parsed, job);
            var answer = await client.PostAsync($"{path}/savepoints", request, cancellation).ConfigureAwait(false);
            return await WaitAsync(client, path, Read<SavepointAnswer>(answer).Path!, cancellation).ConfigureAwait(false);
        });
        command.Subcommands.Add(SavepointInspection.Command());
        return command;
    }

    private static Command Stop()
    {
        var job = ClusterCommands.Job();
        var savepoint = new Option<string?>("--savepoint")
        {
            Description = "Ends the job with a savepoint, and prints its directory; by default below 'savepoint-dir'.",
            HelpName = "DIR",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var drain = new Option<bool>("--drain")
        {
            Description = "Ends the sources first, as if there were nothing more to read: all windows fire, and the job has finished.",
        };
        var target = new ClusterTarget();
        var command = new Command("stop", "Ends a job with a last checkpoint; submitted again, it goes on from there.") { job };
        target.AddTo(command);
        command.Options.Add(savepoint);
        command.Options.Add(drain);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var client = target.Open(parsed);
            var isSaved = parsed.GetResult(savepoint) is not null;
            var request = new StopRequest(isSaved, Whole(parsed.GetValue(savepoint)), parsed.GetValue(drain));
            var path = ClusterCommands.PathOf(parsed, job);
            var answer = await client.PostAsync($"{path}/stop", request, cancellation).ConfigureAwait(false);
            if (Read<SavepointAnswer>(answer).Path is { } saved)
                return await WaitAsync(client, path, saved, cancellation).ConfigureAwait(false);

            var name = parsed.GetValue(job);
            Console.Out.WriteLine($"Job '{name}' is being stopped: 'akka-flink status {name}' shows how far it is.");
            return (int)ExitCode.Finished;
        });
        return command;
    }

    private static async Task<int> WaitAsync(RestClient client, string path, string savepoint, CancellationToken cancellationToken)
    {
        while (true)
        {
            var list = await client.GetAsync($"{path}/savepoints", cancellationToken).ConfigureAwait(false);
            var stands = Read<List<SavepointDescription>>(list).Find(each => each.Path == savepoint)
                ?? throw RestErrors.SavepointLost(savepoint);
            if (stands.Status == SavepointStatus.Failed)
                throw RestErrors.SavepointFailed(savepoint, stands.Reason ?? "");

            if (stands.Status == SavepointStatus.Completed)
            {
                Console.Out.WriteLine(savepoint);
                Console.Error.WriteLine(
                    $"The savepoint is complete: {Figures.Size(stands.Bytes)}. Begin from it: akka-flink run PROGRAM --from-savepoint DIR");
                return (int)ExitCode.Finished;
            }

            await Task.Delay(Interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string? Whole(string? directory) => directory is null ? null : Path.GetFullPath(directory);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, RestJson.Lenient)!;
}
