namespace Akka.Flink.Files.Tests.Reading;

using System.IO.Compression;
using System.Text;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sources;

public sealed class FileSourceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a\nb\nc\n")]
    [InlineData("a\nb\nc")]
    [InlineData("a\r\nb\r\nc\r\n")]
    [InlineData("\uFEFFa\nb\nc\n")]
    public void Reads_lines_whatever_they_end_with(string text)
    {
        var path = _folder.Write("input.txt", text);

        Assert.Equal(["a", "b", "c"], SourceRun<string>.ReadAll(FileSource.ForLines(path).Build()));
    }

    [Fact]
    public void Keeps_empty_lines_of_text()
    {
        var path = _folder.Write("input.txt", "\na\n\n");

        Assert.Equal(["", "a", ""], SourceRun<string>.ReadAll(FileSource.ForLines(path).Build()));
    }

    [Fact]
    public void Reads_a_json_object_from_each_line_and_passes_over_empty_ones()
    {
        var path = _folder.Write("input.ndjson", "{\"name\":\"a\",\"count\":1}\n\n  \n{\"Name\":\"b\",\"COUNT\":2}\n");

        var source = FileSource.ForRecords(JsonFormat.Of<Item>(), path).Build();

        Assert.Equal([new Item("a", 1), new Item("b", 2)], SourceRun<Item>.ReadAll(source));
    }

    [Fact]
    public void Reads_a_line_that_is_longer_than_its_buffer()
    {
        var line = new string('x', 3_000_000);
        var path = _folder.Write("input.txt", $"a\n{line}\nb\n");

        Assert.Equal(["a", line, "b"], SourceRun<string>.ReadAll(FileSource.ForLines(path).Build()));
    }

    [Fact]
    public void Reads_the_files_of_a_folder_by_name_without_hidden_ones()
    {
        _folder.Write("b.txt", "2\n");
        _folder.Write("a.txt", "1\n");
        _folder.Write(".c.txt", "hidden\n");
        _folder.Write("_d.txt", "hidden\n");
        _folder.Write("empty.txt", "");
        _folder.Write("z/e.txt", "3\n");

        Assert.Equal(["1", "2"], SourceRun<string>.ReadAll(FileSource.ForLines(_folder.Path).Build()));
        Assert.Equal(["1", "2", "3"], SourceRun<string>.ReadAll(FileSource.ForLines(_folder.Path).Recursive().Build()));
    }

    [Fact]
    public void Reads_compressed_files_and_goes_on_in_their_middle()
    {
        var lines = Enumerable.Range(0, 5_000).Select(number => $"line {number}").ToArray();
        var path = _folder.Write("input.txt.gz", Compress(string.Join('\n', lines)));
        var source = FileSource.ForLines(path).SplitSize(100).Build();
        var before = new SourceRun<string>(source, parallelism: 2, batchSize: 7);
        for (var i = 0; i < 300; i++)
            before.Driver.Step();
        var after = new SourceRun<string>(source, restore: before.Driver.TakeCheckpoint());

        after.Driver.Run();

        Assert.True(before.Values.Count is > 0 and < 5_000);
        Assert.Equal(lines, before.Values.Concat(after.Values));
    }

    [Fact]
    public void Reads_the_parts_of_one_file_in_several_subtasks()
    {
        var lines = Enumerable.Range(0, 10_000).Select(number => $"line {number}").ToArray();
        var path = _folder.Write("input.txt", string.Join('\n', lines));
        var run = new SourceRun<string>(FileSource.ForLines(path).SplitSize(5_000).Build(), parallelism: 3);

        run.Driver.Step();
        string[] firstOfEachPart = [.. run.Values.Where((_, index) => index % 512 == 0)];
        run.Driver.Run();

        Assert.Equal(["line 0", "line 568", "line 1111"], firstOfEachPart);
        Assert.Equal(lines.Order(), run.Values.Order());
    }

    [Fact]
    public void Says_where_a_split_goes_on()
    {
        var split = new FileSplit("/in/access.log", 0, 4096, 2048, 17, 4096);

        Assert.Equal("/in/access.log at byte 2048 (17 lines read)", split.Describe());
        Assert.Equal("/in/access.log#1024 at byte 2048", $"{(split with { Start = 1024 }).SplitId} at byte 2048");
        Assert.Contains("17 lines read since byte 1024", (split with { Start = 1024 }).Describe());
    }

    [Fact]
    public void Remembers_the_byte_of_the_next_record_and_the_lines_before_it()
    {
        var path = _folder.Write("input.txt", "one\ntwo\nthree\n");
        var context = new FakeReaderContext();
        var reader = FileSource.ForLines(path).Build().CreateReader(context);
        reader.AddSplits([new FileSplit(path, 0, 14, 0, 0, 14)]);
        var batch = new SourceBatch<string>();
        batch.LimitTo(2);

        reader.TryPoll(batch);

        Assert.Equal(new FileSplit(path, 0, 14, 8, 2, 14), Assert.Single(reader.SnapshotState(1)));
        reader.Close();
    }

    [AccessLogFact]
    public void Counts_every_line_of_the_access_log()
    {
        var path = SharedData.AccessLog!;

        var lines = SourceRun<string>.ReadAll(FileSource.ForLines(path).SplitSize(100_000).Build(), parallelism: 2);

        Assert.Equal(10_000, lines.Count);
        Assert.Equal(File.ReadAllLines(path).Order(StringComparer.Ordinal), lines.Order(StringComparer.Ordinal));
    }

    private static byte[] Compress(string text)
    {
        using var buffer = new MemoryStream();
        using (var stream = new GZipStream(buffer, CompressionLevel.Fastest))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    private sealed record Item(string Name, int Count);
}
