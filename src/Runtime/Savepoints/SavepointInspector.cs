namespace Akka.Flink.Runtime;

using System.Collections.Immutable;
using Akka.Flink.State.Snapshots;

/// <summary>Reads a savepoint from end to end, and says what is in it. What is damaged is found by the way.</summary>
internal sealed class SavepointInspector
{
    private readonly Dictionary<(string Kind, string Name, string? Key, string? Type), (long Entries, long Bytes)> _states = [];
    private readonly string _directory;

    private SavepointInspector(string directory) => _directory = directory;

    /// <summary>Reads a savepoint.</summary>
    /// <param name="directory">Its directory.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FlinkException">There is none, it is damaged, or of a later version.</exception>
    public static async Task<SavepointReport> InspectAsync(string directory, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(directory);
        var manifest = SavepointDirectory.Read(path);
        var operators = ImmutableArray.CreateBuilder<SavedOperatorReport>();
        foreach (var saved in manifest.Operators)
        {
            var inspector = new SavepointInspector(path);
            foreach (var enumerator in manifest.Enumerators.Where(each => each.Uid == saved.Uid))
                inspector.Add(("source", "enumerator", null, null), 1, enumerator.State.Length);
            await inspector.TakeAsync(saved, cancellationToken).ConfigureAwait(false);
            operators.Add(new SavedOperatorReport(
                saved.Uid, saved.Name, saved.Parallelism, saved.MaxParallelism, inspector.States()));
        }

        var bytes = manifest.Files.Sum(file => file.Bytes) + new FileInfo(Path.Combine(path, SavepointDirectory.ManifestName)).Length;
        return new SavepointReport(
            path, manifest.Job.Value, manifest.Name, $"{manifest.Checkpoint.Attempt}.{manifest.Checkpoint.Number}", manifest.At, bytes,
            operators.ToImmutable());
    }

    private async Task TakeAsync(SavedOperator saved, CancellationToken cancellationToken)
    {
        foreach (var part in saved.Parts)
        {
            foreach (var element in part.Elements)
                Add(("connector", "splits, or what is to be committed", null, null), 1, element.Length);
            foreach (var chunk in part.States)
                Take(saved.Uid, chunk.Span);
            foreach (var range in part.Keyed?.Chunks ?? [])
            {
                await foreach (var chunk in DirectoryChunkStore.ReadAsync(_directory, range, cancellationToken).ConfigureAwait(false))
                    Take(saved.Uid, chunk.Span);
            }
        }
    }

    private void Take(string uid, ReadOnlySpan<byte> chunk)
    {
        var reader = ChunkReader.Open(chunk, uid);
        var counts = new (long Entries, long Bytes)[reader.Header.States.Length];
        while (reader.MoveNext())
        {
            ref var count = ref counts[reader.State];
            count = (count.Entries + 1, count.Bytes + reader.Entry.Length);
        }

        var key = reader.Header.Key?.ToString();
        for (var i = 0; i < counts.Length; i++)
        {
            var info = reader.Header.States[i];
            Add((info.Kind.ToString(), info.Name, key, info.Value is null ? null : info.ToString()), counts[i].Entries, counts[i].Bytes);
        }
    }

    private void Add((string Kind, string Name, string? Key, string? Type) state, long entries, long bytes)
    {
        var known = _states.GetValueOrDefault(state);
        _states[state] = (known.Entries + entries, known.Bytes + bytes);
    }

    private ImmutableArray<SavedStateReport> States() =>
    [
        .. _states.OrderBy(state => state.Key.Kind, StringComparer.Ordinal).ThenBy(state => state.Key.Name, StringComparer.Ordinal)
            .Select(state => new SavedStateReport(
                state.Key.Name, state.Key.Kind, state.Key.Key, state.Key.Type, state.Value.Entries, state.Value.Bytes)),
    ];
}
