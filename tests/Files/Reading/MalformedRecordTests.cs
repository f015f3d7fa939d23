namespace Akka.Flink.Files.Tests.Reading;

using System.Text;
using Akka.Flink.Connectors.Files;
using Akka.Flink.Formats;
using Akka.Flink.Sinks;

public sealed class MalformedRecordTests : IDisposable
{
    private const string Text = "{\"n\":1}\n{\"n\":oops}\n{\"n\":3}\nnull\n{\"n\":5}\n";

    private readonly TempFolder _folder = new();
    private readonly string _path;

    public MalformedRecordTests() => _path = _folder.Write("input.ndjson", Text);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fail_the_job_by_default_with_file_byte_line_operator_and_cause()
    {
        var error = Assert.Throws<JobException>(() => SourceRun<Numbered>.ReadAll(Source(null)));

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.StartsWith(
            $"{_path}, byte 8, line 2: the record cannot be read by source 'input' (input), subtask 0 of 1: 'o' is an invalid",
            error.Message);
        Assert.Contains("akka.flink.connectors.malformed-records = skip", error.Message);
    }

    [Fact]
    public void Are_passed_over_and_counted()
    {
        var context = new FakeReaderContext();
        var handler = new MalformedRecordHandler(MalformedRecords.Skip, context);

        handler.Handle("file", 8, "byte 8", "x"u8, new FormatException("bad"));

        Assert.Equal(1, context.Counter("malformedRecords").Count);
        Assert.Equal([1, 3, 5], SourceRun<Numbered>.ReadAll(Source(MalformedRecords.Skip)).Select(each => each.N));
    }

    [Fact]
    public void Go_to_a_side_output_with_source_position_bytes_and_message()
    {
        var tag = new OutputTag<MalformedRecord>("malformed");
        var malformed = new CollectSink<MalformedRecord>();
        var run = new SourceRun<Numbered>(
            Source(MalformedRecords.ToSideOutput(tag)), batchSize: 2, more: stream => stream.GetSideOutput(tag).SinkTo(malformed));

        run.Driver.Run();

        Assert.Equal([1, 3, 5], run.Values.Select(each => each.N));
        Assert.Equal([(_path, 8L, "{\"n\":oops}"), (_path, 27L, "null")],
            malformed.Values.Select(each => (each.Source, each.Position, Encoding.UTF8.GetString(each.Bytes))));
        Assert.Contains("'o' is an invalid", malformed.Values[0].Message);
    }

    [Fact]
    public void Follow_the_setting_rather_than_what_the_source_was_built_with()
    {
        Assert.Same(MalformedRecords.Skip, MalformedRecords.Fail.OverriddenBy(new Setting("skip")));
        Assert.Same(MalformedRecords.Fail, MalformedRecords.Skip.OverriddenBy(new Setting("fail")));
        Assert.Same(MalformedRecords.Skip, MalformedRecords.Skip.OverriddenBy(new Setting(null)));
        Assert.NotNull(MalformedRecords.ToSideOutput(new OutputTag<MalformedRecord>("kept")).OverriddenBy(new Setting("skip")).Tag);
    }

    [Fact]
    public void Refuse_a_setting_that_is_none()
    {
        var error = Assert.Throws<JobException>(() => Source(null).Configure(new Setting("ignore")));

        Assert.Contains("'akka.flink.connectors.malformed-records' is 'ignore'", error.Message);
    }

    private FileSource<Numbered> Source(MalformedRecords? policy)
    {
        var builder = FileSource.ForRecords(JsonFormat.Of<Numbered>(), _path);
        return (policy is null ? builder : builder.OnMalformedRecords(policy)).Build();
    }

    private sealed record Numbered(int N);

    private sealed class Setting(string? value) : ISettings
    {
        public string? Find(string key) => key == MalformedRecords.Key ? value : null;
    }
}
