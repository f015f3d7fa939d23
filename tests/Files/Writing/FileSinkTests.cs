namespace Akka.Flink.Files.Tests.Writing;

using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Operators;
using Akka.Flink.Sinks;

public sealed class FileSinkTests : IDisposable
{
    private static readonly DateTimeOffset Began = DateTimeOffset.FromUnixTimeSeconds(1_763_700_000);

    private readonly TempFolder _folder = new(inMemory: true);
    private readonly FakeClock _clock = new(Began);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Shows_files_only_when_their_checkpoint_is_complete()
    {
        var (writer, committer) = Open(FileSink.ForLines(_folder.Path).Clock(_clock));
        writer.Write("a", 0);
        writer.Write("b", 0);

        writer.Flush(endOfInput: false);
        var prepared = writer.PrepareCommit();
        Assert.StartsWith(".part-", Assert.Single(Names()));

        committer.Commit(prepared);
        Assert.Matches("^part-[0-9a-f]{8}-0-1763700000-0$", Assert.Single(Names()));
        Assert.Equal("a\nb\n", File.ReadAllText(_folder.At(Names()[0])));
    }

    [Fact]
    public void Makes_no_empty_files()
    {
        var (writer, _) = Open(FileSink.ForLines(_folder.Path));

        writer.Flush(endOfInput: true);

        Assert.Empty(writer.PrepareCommit());
        Assert.Empty(Names());
    }

    [Fact]
    public void Begins_another_file_when_one_is_large_or_old_enough()
    {
        var (writer, _) = Open(FileSink.ForLines(_folder.Path).Clock(_clock)
            .WithRollingPolicy(RollingPolicy.Default.WithMaxSize(4).WithMaxAge(TimeSpan.FromMinutes(1))));
        writer.Write("a", 0);
        writer.Write("b", 0);
        writer.Write("c", 0);
        _clock.Advance(TimeSpan.FromMinutes(1));
        writer.Write("d", 0);
        writer.Flush(endOfInput: false);

        Assert.Equal([4, 2, 2], writer.PrepareCommit().Select(each => each.Length));
    }

    [Fact]
    public void Puts_records_into_folders_by_date_or_by_what_a_function_says()
    {
        var hour = (long)TimeSpan.FromHours(1).TotalMilliseconds;
        Run(FileSink.ForLines(_folder.Path).WithDateBuckets().WithSuffix(".txt").Build(), ("a", 0), ("b", hour), ("c", 1));
        Run(FileSink.ForLines(_folder.Path).WithBuckets((value, _) => $"by/{value}").Build(), ("a", 0), ("b", 0));

        Assert.Equal(["a", "c"], File.ReadAllLines(Assert.Single(Directory.GetFiles(_folder.At("1970-01-01--00"), "part-*.txt"))));
        Assert.Equal(["b"], File.ReadAllLines(Assert.Single(Directory.GetFiles(_folder.At("1970-01-01--01")))));
        Assert.Equal(["b"], File.ReadAllLines(Assert.Single(Directory.GetFiles(_folder.At("by", "b")))));
    }

    [Theory]
    [InlineData("../out")]
    [InlineData("/out")]
    [InlineData("a//b")]
    public void Refuses_a_bucket_outside_of_its_folder(string bucket)
    {
        var error = Assert.Throws<JobException>(() => Run(FileSink.ForLines(_folder.Path).WithBuckets((_, _) => bucket).Build(), ("a", 0)));

        Assert.Equal(ErrorDomain.Function, error.Domain);
        Assert.Contains($"the bucket '{bucket}'", error.Message);
    }

    [Fact]
    public void Begins_each_file_with_a_header_where_the_format_has_one()
    {
        Run(FileSink.ForRecords(_folder.Path, CsvFormat.Of<Row>()).Build(), (new Row(1, "x"), 0));

        Assert.Equal("number,text\n1,x\n", File.ReadAllText(_folder.At(Assert.Single(Names()))));
    }

    [Fact]
    public void Never_uses_a_name_again_even_if_the_clock_stands_still()
    {
        Run(FileSink.ForLines(_folder.Path).Clock(_clock).Build(), ("a", 0));
        Run(FileSink.ForLines(_folder.Path).Clock(_clock).Build(), ("b", 0));
        Run(FileSink.ForLines(_folder.Path).Clock(_clock).Build(), ("c", 0));

        Assert.Equal(["a", "b", "c"], Names().Order().SelectMany(name => File.ReadAllLines(_folder.At(name))));
    }

    [Fact]
    public void Leaves_alone_what_other_jobs_and_sinks_are_writing()
    {
        var sink = FileSink.ForLines(_folder.Path).Build();
        var other = sink.CreateWriter(new FakeSinkContext(0, 1, null) { JobId = "other" }, []);
        other.Write("theirs", 0);

        Run(sink, ("ours", 0));
        other.Flush(endOfInput: false);

        Assert.Single(Names(), name => name.StartsWith(".part-", StringComparison.Ordinal));
        Assert.True(File.Exists(_folder.At(other.PrepareCommit()[0].PendingName)));
    }

    [Fact]
    public void Writes_what_a_job_reads_once_across_a_restore()
    {
        var input = string.Join('\n', Enumerable.Range(0, 5_000));
        var path = _folder.Write("in/input.txt", input);
        var sink = FileSink.ForLines(_folder.At("out")).Build();
        var first = Job(path, sink, null);
        first.Step();
        var checkpoint = first.TakeCheckpoint();
        first.Step();
        first.Close();

        Job(path, sink, checkpoint).Run();

        var rows = Directory.GetFiles(sink.Folder, "part-*").SelectMany(File.ReadAllLines);
        Assert.Equal(input.Split('\n').Order(), rows.Order());
    }

    private static SynchronousDriver Job(string path, FileSink<string> sink, JobSnapshot? restore)
    {
        var environment = StreamExecutionEnvironment.GetExecutionEnvironment().SetParallelism(2);
        environment.FromSource(FileSource.ForLines(path).SplitSize(3_000).Build(), WatermarkStrategy.NoWatermarks<string>(), "in").Uid("in")
            .SinkTo(sink).Uid("out");
        return new SynchronousDriver(environment.CreateJobGraph(), null, restore);
    }

    private static (ICommittingSinkWriter<T, FileCommittable, FileWriterState> Writer, ICommitter<FileCommittable> Committer) Open<T>(
        FileSinkBuilder<T> builder)
    {
        var sink = builder.Build();
        var context = new FakeSinkContext(0, 1, null);
        return (sink.CreateWriter(context, []), sink.CreateCommitter(context));
    }

    private static void Run<T>(FileSink<T> sink, params (T Value, long AtMs)[] records)
    {
        var context = new FakeSinkContext(0, 1, null);
        var writer = sink.CreateWriter(context, []);
        foreach (var (value, atMs) in records)
            writer.Write(value, atMs);
        writer.Flush(endOfInput: true);
        sink.CreateCommitter(context).Commit(writer.PrepareCommit());
        writer.Close();
    }

    private string[] Names() => [.. Directory.GetFiles(_folder.Path).Select(path => Path.GetFileName(path))];

    private sealed record Row(int Number, string Text);
}
