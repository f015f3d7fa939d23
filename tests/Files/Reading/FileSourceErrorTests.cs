namespace Akka.Flink.Files.Tests.Reading;

using Akka.Flink.Connectors.Files;
using Akka.Flink.Operators;

public sealed class FileSourceErrorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Refuses_a_path_that_is_not_there()
    {
        var path = _folder.At("nothing.txt");

        var error = Assert.Throws<JobException>(() => SourceRun<string>.ReadAll(FileSource.ForLines(path).Build()));

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.Contains($"'{path}', which a source is to read, is neither a file nor a folder", error.Message);
    }

    [Fact]
    public void Names_the_file_that_cannot_be_opened()
    {
        var path = _folder.At("circle.txt");
        File.CreateSymbolicLink(path, path);

        var error = Assert.Throws<JobException>(() => SourceRun<string>.ReadAll(FileSource.ForLines(_folder.Path).Build()));

        Assert.Equal(ErrorDomain.External, error.Domain);
        Assert.Contains("circle.txt", error.Message);
    }

    [Fact]
    public void Names_the_byte_at_which_a_compressed_file_is_broken()
    {
        var path = _folder.Write("input.gz", "this was never compressed");

        var error = Assert.Throws<JobException>(() => SourceRun<string>.ReadAll(FileSource.ForLines(path).Build()));

        Assert.Contains($"'{path}' cannot be read at byte 0", error.Message);
    }

    [Fact]
    public void Refuses_to_go_on_in_a_file_that_is_gone()
    {
        var (path, checkpoint) = ReadHalf("1\n2\n3\n4\n");
        File.Delete(path);

        var error = GoOn(checkpoint);

        Assert.Contains($"'{path}' is not there any more; its next record begins at byte 4", error.Message);
        Assert.Equal(ErrorDomain.External, error.Domain);
    }

    [Fact]
    public void Refuses_to_go_on_in_a_file_that_shrank()
    {
        var (path, checkpoint) = ReadHalf("1\n2\n3\n4\n");
        File.WriteAllText(path, "1\n");

        Assert.Contains($"'{path}' ends at byte 2, but had 8 bytes", GoOn(checkpoint).Message);
    }

    [Fact]
    public void Refuses_to_go_on_in_a_file_with_other_lines()
    {
        var (path, checkpoint) = ReadHalf("1\n2\n3\n4\n");
        File.WriteAllText(path, "one two three four\n");

        Assert.Contains($"'{path}' has other contents than at the last checkpoint", GoOn(checkpoint).Message);
    }

    [Fact]
    public void Goes_on_in_a_file_that_has_grown_up_to_where_it_ended()
    {
        var (path, checkpoint) = ReadHalf("1\n2\n3\n4\n");
        File.AppendAllText(path, "5\n");
        var run = new SourceRun<string>(Source(), restore: checkpoint);

        run.Driver.Run();

        Assert.Equal(["3", "4"], run.Values);
    }

    [Fact]
    public void Refuses_a_source_without_paths() => Assert.Throws<ArgumentException>(() => FileSource.ForLines());

    private FileSource<string> Source() => FileSource.ForLines(_folder.At("input.txt")).Build();

    private (string Path, JobSnapshot Checkpoint) ReadHalf(string text)
    {
        var path = _folder.Write("input.txt", text);
        var run = new SourceRun<string>(Source(), batchSize: 2);
        run.Driver.Step();
        var checkpoint = run.Driver.TakeCheckpoint();
        run.Driver.Close();
        return (path, checkpoint);
    }

    private JobException GoOn(JobSnapshot checkpoint) =>
        Assert.Throws<JobException>(() => new SourceRun<string>(Source(), restore: checkpoint).Driver.Run());
}
