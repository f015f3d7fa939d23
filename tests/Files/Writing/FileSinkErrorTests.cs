namespace Akka.Flink.Files.Tests.Writing;

using Akka.Flink.Connectors.Files;
using Akka.Flink.Sinks;

public sealed class FileSinkErrorTests : IDisposable
{
    private const string Where = "sink 'output' (output-uid), subtask 0 of 1,";

    private readonly TempFolder _folder = new(inMemory: true);
    private readonly FakeSinkContext _context = new(0, 1, null);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Refuses_a_folder_that_is_a_file()
    {
        var error = Assert.Throws<JobException>(() => Open(_folder.Write("taken", "x")));

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.StartsWith($"{Where} cannot write to '{_folder.At("taken")}'", error.Message);
    }

    [Fact]
    public void Refuses_a_folder_that_cannot_be_made() =>
        Assert.StartsWith($"{Where} cannot write to '/proc/out'", Assert.Throws<JobException>(() => Open("/proc/out")).Message);

    [Fact]
    public void Says_loudly_that_a_complete_file_is_gone()
    {
        var prepared = Prepare();
        File.Delete(_folder.At(prepared[0].PendingName));

        var error = Assert.Throws<JobException>(() => Commit(prepared));

        Assert.StartsWith($"DATA LOSS: {Where} is to commit '{_folder.At(prepared[0].FinalName)}' (2 bytes)", error.Message);
        Assert.Contains(_folder.At(prepared[0].PendingName), error.Message);
    }

    [Fact]
    public void Says_loudly_that_a_complete_file_was_cut()
    {
        var prepared = Prepare();
        File.WriteAllText(_folder.At(prepared[0].PendingName), "");

        Assert.Contains("which has 0 bytes instead of the 2", Assert.Throws<JobException>(() => Commit(prepared)).Message);
    }

    [Fact]
    public void Overwrites_nothing()
    {
        var prepared = Prepare();
        _folder.Write(prepared[0].FinalName, "theirs");

        Assert.Contains("there is a file of that name already", Assert.Throws<JobException>(() => Commit(prepared)).Message);
        Assert.Equal("theirs", File.ReadAllText(_folder.At(prepared[0].FinalName)));
    }

    [Fact]
    public void Commits_twice_as_if_it_were_once()
    {
        var prepared = Prepare();

        Commit(prepared);
        Commit(prepared);

        Assert.Equal(["a"], File.ReadAllLines(_folder.At(prepared[0].FinalName)));
    }

    [SmallDiskFact]
    public void Keeps_what_is_committed_when_the_disk_is_full_and_goes_on_when_it_is_not()
    {
        using var disk = new SmallDisk(sizeKilobytes: 256);
        var (writer, committer) = Open(disk.Path);
        writer.Write("safe", 0);
        writer.Flush(endOfInput: false);
        committer.Commit(writer.PrepareCommit());
        writer.SnapshotState(1);
        var text = new string('x', 100_000);

        var error = Assert.Throws<JobException>(() =>
        {
            for (var i = 0; i < 10; i++)
                writer.Write(text, 0);
            writer.Flush(endOfInput: false);
        });
        writer.Close();
        var (next, _) = Open(disk.Path, restored: 1);
        next.Write("more", 0);
        next.Flush(endOfInput: true);
        committer.Commit(next.PrepareCommit());

        Assert.Equal(ErrorDomain.External, error.Domain);
        Assert.Contains("No space left on device", error.Message);
        Assert.StartsWith($"{Where} cannot write '{disk.Path}/.part-", error.Message);
        Assert.Equal(["more", "safe"], Directory.GetFiles(disk.Path, "*part-*").SelectMany(File.ReadAllLines).Order());
    }

    private (ICommittingSinkWriter<string, FileCommittable, FileWriterState> Writer, ICommitter<FileCommittable> Committer) Open(
        string folder, long? restored = null)
    {
        var sink = FileSink.ForLines(folder).Build();
        var context = _context with { RestoredCheckpointId = restored };
        return (sink.CreateWriter(context, []), sink.CreateCommitter(context));
    }

    private IReadOnlyList<FileCommittable> Prepare()
    {
        var (writer, _) = Open(_folder.Path);
        writer.Write("a", 0);
        writer.Flush(endOfInput: false);
        return writer.PrepareCommit();
    }

    private void Commit(IReadOnlyList<FileCommittable> committables) => Open(_folder.Path, restored: 1).Committer.Commit(committables);
}
