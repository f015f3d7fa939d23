namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Flink.Runtime.Tests.Storage.Support;
using Xunit.Abstractions;

/// <summary>What every chunk store does; each has a class derived from this one.</summary>
public abstract class ChunkStoreContract(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly SegmentId Segment = new("s-0a1b2c3d4e5f-1-2-0-1");
    private static readonly SegmentId Other = new("s-0a1b2c3d4e5f-1-2-1-1");

    private readonly StorageFolder _folder = new();
    private IChunkStore? _store;

    private protected IChunkStore Store => _store!;

    private protected string Folder => _folder.File("store");

    /// <summary>The least part of the speed of a bare file, far below what is measured, so that it fails for a reason.</summary>
    private protected abstract double LeastSpeed { get; }

    /// <summary>What the process that is killed is told.</summary>
    private protected abstract string Kind { get; }

    public async Task InitializeAsync() => _store = await OpenAsync(Folder, new NodeBudget());

    public async Task DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    private protected abstract Task<IChunkStore> OpenAsync(string folder, NodeBudget budget);

    private protected abstract Task CloseAsync();

    /// <summary>Changes a byte in the middle of a chunk that is stored.</summary>
    private protected abstract Task DamageAsync(SegmentId segment, long number);

    [Fact]
    public async Task Reads_chunks_in_the_order_in_which_they_were_appended()
    {
        static int Size(long number) => number switch { 1 => 0, 2 => 1, 3 => 300_000, 4 => 5_000_000, _ => Chunks.SizeOf(number) };

        await Chunks.WriteAsync(Store, Segment, 100, Size);

        await Chunks.AssertReadableAsync(Store, Segment, 1, 100, Size);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 17)]
    [InlineData(8, 9)]
    [InlineData(9, 40)]
    [InlineData(5, 4)]
    public async Task Reads_the_part_that_a_range_names(long first, long last)
    {
        await Chunks.WriteAsync(Store, Segment, 40);

        await Chunks.AssertReadableAsync(Store, Segment, first, last);
    }

    [Fact]
    public async Task Reads_what_is_persisted_while_more_is_written()
    {
        var progress = new Progress();
        var writer = Store.Open(Segment, progress.Add);
        for (var number = 1L; number <= 20; number++)
        {
            writer.Append(Chunks.Make(Segment, number, 1000));
            await progress.UntilPersistedAsync(number);
            await Chunks.AssertReadableAsync(Store, Segment, 1, number, _ => 1000);
        }
    }

    [Fact]
    public async Task Keeps_segments_over_a_restart()
    {
        await Chunks.WriteAsync(Store, Segment, 30);
        var open = new Progress();
        var writer = Store.Open(Other, open.Add);
        writer.Append(Chunks.Make(Other, 1, 50));
        await open.UntilPersistedAsync(1);

        await ReopenAsync(new NodeBudget());

        await Chunks.AssertReadableAsync(Store, Segment, 1, 30);
        await Chunks.AssertReadableAsync(Store, Other, 1, 1, _ => 50);
        Assert.Equal([Segment, Other], await ListAsync(""));
    }

    [Fact]
    public async Task Fails_the_segments_that_are_open_when_it_stops()
    {
        var progress = new Progress();
        var writer = Store.Open(Segment, progress.Add);
        writer.Append(new byte[10]);
        await progress.UntilPersistedAsync(1);

        await CloseAsync();

        var failure = Assert.IsType<StorageException>(await progress.UntilFailedAsync());
        Assert.Contains(Segment.Value, failure.Message);
        _store = await OpenAsync(Folder, new NodeBudget());
    }

    [Fact]
    public async Task Tells_progress_that_only_rises_and_ends_with_the_last_chunk()
    {
        var progress = await Chunks.WriteAsync(Store, Segment, 60);

        var told = progress.All.Select(one => one.Persisted).ToList();
        Assert.Equal(told.Order(), told);
        Assert.Equal(60, told[^1]);
        Assert.All(progress.All, one => Assert.Equal(Segment, one.Segment));
    }

    [Fact]
    public async Task Is_not_writable_with_eight_chunks_on_their_way_and_says_when_it_is_again()
    {
        var progress = new Progress();
        var writer = Store.Open(Segment, progress.Add);
        for (var i = 0; i < 8; i++)
            writer.Append(new byte[2 << 20]);
        var wasWritable = writer.IsWritable && progress.Persisted == 0;

        await progress.UntilAsync(() => writer.IsWritable, "the writer is writable");

        Assert.False(wasWritable);
        Assert.True(progress.Persisted > 0);
        await progress.UntilPersistedAsync(8);
    }

    [Fact]
    public async Task Copies_what_is_appended()
    {
        var progress = new Progress();
        var writer = Store.Open(Segment, progress.Add);
        var memory = new byte[1000];
        for (var number = 1L; number <= 8; number++)
        {
            Chunks.Make(Segment, number, memory.Length).CopyTo(memory, 0);
            writer.Append(memory);
        }

        await progress.UntilPersistedAsync(8);

        await Chunks.AssertReadableAsync(Store, Segment, 1, 8, _ => memory.Length);
    }

    [Fact]
    public async Task Keeps_apart_chunks_that_fill_their_memory()
    {
        await Chunks.WriteAsync(Store, Segment, 24, SizeOf);
        await Chunks.WriteAsync(Store, Other, 24, SizeOf);

        await Chunks.AssertReadableAsync(Store, Segment, 1, 24, SizeOf);
        await Chunks.AssertReadableAsync(Store, Other, 1, 24, SizeOf);

        static int SizeOf(long number) => (256 << 10) - 100 + (int)(10 * number);
    }

    [Fact]
    public async Task Shares_the_budget_of_the_node()
    {
        var budget = new NodeBudget(1 << 20);
        await ReopenAsync(budget);
        var first = new Progress();
        var second = new Progress();
        var greedy = Store.Open(Segment, first.Add);
        var modest = Store.Open(Other, second.Add);

        greedy.Append(new byte[8 << 20]);
        var hadRoom = modest.IsWritable && first.Persisted == 0;
        await second.UntilAsync(() => modest.IsWritable, "the other writer has room");

        Assert.False(hadRoom);
        await first.UntilPersistedAsync(1);
        Assert.Equal(0, budget.UsedBytes);
    }

    [Fact]
    public async Task Gives_every_writer_its_turn_when_the_budget_is_tight()
    {
        const int Count = 64;
        const int Size = 32 << 10;
        await ReopenAsync(new NodeBudget(3 * Size));
        var segments = Enumerable.Range(1, 6).Select(number => new SegmentId($"s-0a1b2c3d4e5f-1-0-{number}-1")).ToList();
        var progress = new Progress();
        var writers = segments.Select(segment => Store.Open(segment, progress.Add)).ToList();

        // Always asked in this order: were room for whoever asks next, the first ones would have all of it.
        while (writers[0].Appended < Count)
        {
            await progress.UntilAsync(() => writers.Any(writer => writer.IsWritable), "somebody gets a turn");
            foreach (var writer in writers.Where(writer => writer.IsWritable))
                writer.Append(Chunks.Make(writer.Segment, writer.Appended + 1, Size));
        }

        Assert.InRange(writers.Min(writer => writer.Appended), Count / 2, Count);
    }

    [Fact]
    public async Task Writes_many_segments_at_once()
    {
        var segments = Enumerable.Range(1, 16).Select(number => new SegmentId($"s-0a1b2c3d4e5f-1-0-{number}-1")).ToList();

        await Task.WhenAll(segments.Select(segment => Task.Run(() => Chunks.WriteAsync(Store, segment, 50))));

        await Task.WhenAll(segments.Select(segment => Chunks.AssertReadableAsync(Store, segment, 1, 50)));
        Assert.Equal(segments.OrderBy(segment => segment.Value, StringComparer.Ordinal), await ListAsync("s-0a1b2c3d4e5f-1-0-"));
    }

    [Fact]
    public async Task Lists_by_prefix_what_has_a_chunk()
    {
        await Chunks.WriteAsync(Store, new SegmentId("s-aa-1-0-0-1"), 1);
        await Chunks.WriteAsync(Store, new SegmentId("s-ab-1-0-0-1"), 1);
        Store.Open(new SegmentId("s-aa-2-0-0-1"), _ => { }).Close();

        Assert.Equal([new SegmentId("s-aa-1-0-0-1")], await ListAsync("s-aa-"));
        Assert.Equal(2, (await ListAsync("s-a")).Count);
        Assert.Empty(await ListAsync("t"));
    }

    [Fact]
    public async Task Deletes_a_segment_and_no_other()
    {
        await Chunks.WriteAsync(Store, Segment, 150);
        await Chunks.WriteAsync(Store, Other, 5);

        await Store.DeleteAsync(Segment, CancellationToken.None);

        Assert.Equal([Other], await ListAsync(""));
        await Chunks.AssertReadableAsync(Store, Other, 1, 5);
        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 1, 150));
        Assert.Contains($"Chunk 1 of segment '{Segment}' is missing", failure.Message);
    }

    [Fact]
    public async Task Deletes_a_segment_that_several_want_deleted_at_once()
    {
        for (var number = 1; number <= 10; number++)
        {
            var segment = new SegmentId($"s-0a1b2c3d4e5f-1-9-0-{number}");
            await Chunks.WriteAsync(Store, segment, 3);

            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Store.DeleteAsync(segment, CancellationToken.None)));

            Assert.Empty(await ListAsync(""));
        }
    }

    [Fact]
    public async Task Deletes_what_is_not_there_without_a_word()
    {
        await Chunks.WriteAsync(Store, Segment, 3);

        await Store.DeleteAsync(Segment, CancellationToken.None);
        await Store.DeleteAsync(Segment, CancellationToken.None);
        await Store.DeleteAsync(Other, CancellationToken.None);
        await ReopenAsync(new NodeBudget());
        await Store.DeleteAsync(Segment, CancellationToken.None);

        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task Names_the_first_chunk_that_is_missing()
    {
        await Chunks.WriteAsync(Store, Segment, 20);

        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 3, 25));

        Assert.Contains($"Chunk 21 of segment '{Segment}' is missing", failure.Message);
        Assert.Equal(ErrorDomain.Internal, failure.Domain);
    }

    [Fact]
    public async Task Names_a_segment_that_is_missing()
    {
        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Other, 1, 2));

        Assert.Contains($"Chunk 1 of segment '{Other}' is missing", failure.Message);
    }

    [Fact]
    public async Task Names_a_damaged_chunk_and_gives_those_before_it()
    {
        await Chunks.WriteAsync(Store, Segment, 20, _ => 5000);
        await ReopenAsync(new NodeBudget());   // so that no writer has its file open any more
        await DamageAsync(Segment, 12);

        await Chunks.AssertReadableAsync(Store, Segment, 1, 8, _ => 5000);
        var failure = await Assert.ThrowsAsync<StorageException>(() => Chunks.ReadAsync(Store, Segment, 1, 20));

        Assert.Contains($"Chunk 12 of segment '{Segment}'", failure.Message);
        Assert.Contains("is damaged: checksum", failure.Message);
    }

    [Fact]
    public async Task Refuses_a_name_that_was_used_before_and_keeps_what_is_there()
    {
        await Chunks.WriteAsync(Store, Segment, 5);
        var progress = new Progress();
        var second = Store.Open(Segment, progress.Add);

        second.Append(new byte[10]);

        var failure = await progress.UntilFailedAsync();
        Assert.Contains($"Segment '{Segment}' is already in", failure.Message);
        await Chunks.AssertReadableAsync(Store, Segment, 1, 5);
    }

    [Fact]
    public async Task Takes_no_more_chunks_after_a_failure_and_says_so_once()
    {
        var budget = new NodeBudget();
        await ReopenAsync(budget);
        await Chunks.WriteAsync(Store, Segment, 1);
        var progress = new Progress();
        var second = Store.Open(Segment, progress.Add);
        second.Append(new byte[10]);
        second.Append(new byte[10]);
        await progress.UntilFailedAsync();

        second.Append(new byte[10]);

        Assert.False(second.IsWritable);
        Assert.Equal(0, budget.UsedBytes);
        Assert.Single(progress.All, one => one.Failure is not null);
    }

    [Fact]
    public void Refuses_a_chunk_after_the_writer_was_closed()
    {
        var writer = Store.Open(Segment, _ => { });
        writer.Close();

        Assert.Throws<StorageException>(() => writer.Append(new byte[1]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("s-ä")]
    [InlineData("S-1")]
    public void Refuses_a_name_that_no_segment_can_have(string name) =>
        Assert.Throws<StorageException>(() => Store.Open(new SegmentId(name), _ => { }));

    [Fact]
    public async Task Ends_a_reading_that_is_cancelled()
    {
        await Chunks.WriteAsync(Store, Segment, 30);
        using var cancellation = new CancellationTokenSource();

        var read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var chunk in Store.ReadAsync(new SegmentRange(Segment, 1, 30), cancellation.Token))
            {
                read++;
                await cancellation.CancelAsync();
            }
        });

        Assert.InRange(read, 1, 29);
    }

    [Theory]
    [InlineData(5, 100)]
    [InlineData(40, 256 * 1024)]
    [InlineData(200, 20_000)]
    public async Task Has_everything_that_was_reported_when_the_process_is_killed(int chunks, int size)
    {
        var folder = _folder.File("killed");
        using var process = WritingProcess.Start(Kind, folder, Segment, size);
        var safe = process.Kill(process.ReadUntilSafe(chunks));

        await CloseAsync();
        _store = await OpenAsync(folder, new NodeBudget());
        var read = await Chunks.ReadAsync(Store, Segment, 1, safe);

        Assert.InRange(safe, chunks, long.MaxValue);
        Assert.All(read.Index(), one => Assert.True(one.Item.AsSpan().IndexOfAnyExcept((byte)(one.Index + 1)) < 0));
        Assert.All(read, chunk => Assert.Equal(size, chunk.Length));
        Assert.Equal([Segment], await ListAsync(""));
        await Store.DeleteAsync(Segment, CancellationToken.None);
        Assert.Empty(await ListAsync(""));
    }

    [SmallDiskFact]
    public async Task Says_once_that_the_disk_is_full_and_keeps_what_it_had_reported()
    {
        var copy = _folder.File("copy");
        using var process = WritingProcess.StartOnSmallDisk(Kind, _folder.File("disk"), copy, Segment, 100_000);

        var (safe, failures) = process.ReadUntilFailed();
        await CloseAsync();
        _store = await OpenAsync(copy, new NodeBudget());
        var read = await Chunks.ReadAsync(Store, Segment, 1, safe);

        Assert.Contains(Segment.Value, Assert.Single(failures));
        Assert.Contains("Make sure there is room", failures[0]);
        Assert.True(safe > 5, $"Only {safe} chunks went onto a disk of 6 MB.");
        Assert.Equal(safe, read.Count);
    }

    [Fact]
    public async Task Is_not_much_slower_than_a_file_that_is_synced()
    {
        await Chunks.WriteAsync(Store, Other, 20);
        var best = 0.0;
        for (var round = 1; round <= 3 && best < LeastSpeed; round++)
            best = await MeasureAsync(round);

        Assert.True(best > LeastSpeed, $"At best {best:F2} of the speed of a bare file.");
    }

    private async Task<double> MeasureAsync(int round)
    {
        var segment = new SegmentId($"s-0a1b2c3d4e5f-1-0-0-{round}");
        var raw = Throughput.OfFile(_folder.File($"raw-{round}"));
        var written = await Throughput.OfStoreAsync(Store, segment);
        var read = await Throughput.OfReadingAsync(Store, segment);
        output.WriteLine(
            $"{Kind}: {Throughput.MegabytesPerSecond(written):F0} MB/s written, {Throughput.MegabytesPerSecond(read):F0} MB/s read; " +
            $"bare file {Throughput.MegabytesPerSecond(raw):F0} MB/s written; ratio {raw / written:F2}");
        return raw / written;
    }

    private protected async Task ReopenAsync(NodeBudget budget)
    {
        await CloseAsync();
        _store = await OpenAsync(Folder, budget);
    }

    private Task<IReadOnlyList<SegmentId>> ListAsync(string prefix) => Store.ListAsync(prefix, CancellationToken.None);
}
