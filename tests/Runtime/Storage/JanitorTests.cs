namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Flink.Runtime.Tests.Storage.Support;

public sealed class JanitorTests : IDisposable
{
    private static readonly JobId Job = new("job");

    private readonly StorageFolder _folder = new();
    private readonly DirectoryChunkStore _store;
    private readonly Janitor _janitor;

    public JanitorTests()
    {
        _store = new DirectoryChunkStore(_folder.Path, new NodeBudget());
        _janitor = new Janitor(_store);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Sweeps_what_earlier_attempts_of_the_job_left_and_nothing_else()
    {
        SegmentId[] all = [Name(Job, 1), Name(Job, 2), Name(Job, 3), Name(new JobId("other"), 1)];
        foreach (var segment in all)
            await Chunks.WriteAsync(_store, segment, 1);

        var report = await _janitor.SweepAsync(Job, 3, new HashSet<SegmentId> { Name(Job, 2) }, CancellationToken.None);

        Assert.Equal([Name(Job, 1)], report.Deleted);
        Assert.Empty(report.Failures);
        Assert.Equal(3, (await _store.ListAsync("", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Tries_again_what_it_could_not_delete()
    {
        var stuck = Name(Job, 1);
        var obstacle = Directory.CreateDirectory(DirectoryChunkStore.PathOf(_folder.Path, stuck));

        var first = await _janitor.DeleteAsync([stuck], CancellationToken.None);
        obstacle.Delete();
        var second = await _janitor.DeleteAsync([], CancellationToken.None);

        Assert.Contains(stuck.Value, Assert.Single(first.Failures).Message);
        Assert.Empty(first.Deleted);
        Assert.Equal([stuck], second.Deleted);
    }

    private static SegmentId Name(JobId job, int attempt) => SegmentNames.Of(new AttemptId(job, attempt), new SubtaskId(0, 0), 1);
}
