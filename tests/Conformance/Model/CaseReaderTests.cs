namespace Akka.Flink.Conformance.Tests;

public class CaseReaderTests
{
    private const string Simple =
        """{"id":"a-1","suite":"a","title":"t","spec":{"operator":"o"},""" +
        """ "input":[{"record":{"key":"k"},"ts":-9223372036854775807,"side":2},{"watermark":9223372036854775807}],""" +
        """ "expected":[[],[{"idle":true},{"watermark":9223372036854775807}]]}""";

    [Fact]
    public void Reads_numbers_as_signed_64_bit_integers()
    {
        var golden = CaseReader.Parse(Simple);

        Assert.Equal(-9223372036854775807, golden.Input[0].Timestamp);
        Assert.Equal(long.MaxValue, golden.Input[1].Number);
        Assert.Equal("9223372036854775807", golden.Expected[1][1].Groups[0][0].Content);
    }

    [Fact]
    public void Reads_sides_and_gives_the_first_to_steps_without_one()
    {
        var golden = CaseReader.Parse(Simple);

        Assert.Equal([2, 1], golden.Input.Select(step => step.Side));
    }

    [Fact]
    public void Reads_a_case_that_must_be_refused_when_it_is_built()
    {
        var golden = CaseReader.Parse("""{"id":"a","suite":"a","title":"t","spec":{},"input":[],"buildError":"illegalArgument"}""");

        Assert.Equal("illegalArgument", golden.BuildError);
        Assert.Empty(golden.Expected);
    }

    [Fact]
    public void Takes_the_expectation_of_a_case_that_differs()
    {
        var folder = Directory.CreateTempSubdirectory("cases");
        File.WriteAllText(Path.Combine(folder.FullName, "a.ndjson"), Simple);
        File.WriteAllText(Path.Combine(folder.FullName, "differs.ndjson"), """{"id":"a-1","bug":"x","expected":[[{"active":true}],[]]}""");

        var golden = Assert.Single(CaseReader.ReadFolder(folder.FullName));

        Assert.Equal(ElementKind.Active, golden.Expected[0][0].Groups[0][0].Kind);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""not json""")]
    [InlineData("""{"id":"a","suite":"a","title":"t","spec":{},"input":[{"surprise":1}],"expected":[[]]}""")]
    public void Says_which_line_is_no_case(string line)
    {
        var folder = Directory.CreateTempSubdirectory("cases");
        File.WriteAllLines(Path.Combine(folder.FullName, "a.ndjson"), ["", line]);

        var error = Assert.Throws<InvalidDataException>(() => CaseReader.ReadFolder(folder.FullName));

        Assert.StartsWith("Line 2 of", error.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Refuses_a_folder_without_cases()
    {
        var folder = Directory.CreateTempSubdirectory("cases");

        Assert.Throws<InvalidDataException>(() => CaseReader.ReadFolder(folder.FullName));
        Assert.Throws<InvalidDataException>(() => CaseReader.ReadFolder(Path.Combine(folder.FullName, "nowhere")));
        folder.Delete();
    }

    [Fact]
    public void Reads_the_copy_beside_it()
    {
        var suites = CaseReader.ReadFolder(CaseReader.DefaultFolder)
            .GroupBy(golden => golden.Suite)
            .ToDictionary(suite => suite.Key, suite => suite.Count());

        Assert.Equal(["async", "connected", "process", "rolling", "watermarks", "windows"], suites.Keys.Order());
        Assert.All(suites.Values, count => Assert.True(count > 150));
    }
}
