namespace Akka.Flink.Formats.Tests;

using System.Text.Json;
using System.Text.Json.Serialization;

public sealed partial class JsonFormatTests
{
    private static readonly PageViews Views = new("/a?b&c='d'", 1431857100000, 3);

    [Fact]
    public void Writes_camel_case_on_one_line() => Assert.Equal(
        "{\"pageUrl\":\"/a?b&c='d'\",\"windowStart\":1431857100000,\"users\":3}\n",
        FormatText.Write(JsonFormat.Of<PageViews>(), Views));

    [Theory]
    [InlineData("{\"pageUrl\":\"/a?b&c='d'\",\"windowStart\":1431857100000,\"users\":3}")]
    [InlineData("{\"PAGEURL\":\"/a?b&c='d'\",\"WindowStart\":1431857100000,\"users\":3,\"more\":[1,{}]}")]
    [InlineData(" {\"users\":3,\"windowstart\":1431857100000,\"pageUrl\":\"/a?b\\u0026c='d'\"} ")]
    public void Reads_any_case_and_order(string text) => Assert.Equal(Views, FormatText.Read(JsonFormat.Of<PageViews>(), text));

    [Fact]
    public void Changes_names_by_a_policy()
    {
        var format = JsonFormat.Of<PageViews>(JsonNamingPolicy.SnakeCaseLower);

        var text = FormatText.Write(format, Views);

        Assert.StartsWith("{\"page_url\":", text);
        Assert.Equal(Views, FormatText.Read(format, text));
    }

    [Fact]
    public void Takes_a_source_generated_description_as_it_is()
    {
        var format = JsonFormat.Of(Generated.Default.PageViews);

        var text = FormatText.Write(format, Views, Views);

        Assert.Equal(2, text.Split("\"PageUrl\":").Length - 1);
        Assert.Equal(Views, FormatText.Read(format, text.Split('\n')[0]));
    }

    [Fact]
    public void Reads_and_writes_tuples_and_numbers()
    {
        var pairs = JsonFormat.Of<(string, long)>();

        Assert.Equal(("a", 1L), FormatText.Read(pairs, FormatText.Write(pairs, ("a", 1L))));
        Assert.Equal(7, FormatText.Read(JsonFormat.Of<int>(), "7"));
    }

    [Theory]
    [InlineData("null", "It is null")]
    [InlineData("{\"users\":\"three\"}", "$.users")]
    [InlineData("{\"users\":3", "")]
    [InlineData("{\"users\":3} x", "'x' is invalid")]
    public void Refuses_what_is_malformed(string text, string expected)
    {
        var error = Assert.ThrowsAny<Exception>(() => FormatText.Read(JsonFormat.Of<PageViews>(), text));

        Assert.IsNotAssignableFrom<FlinkException>(error);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void Refuses_a_type_that_has_no_json()
    {
        var error = Assert.Throws<JobException>(JsonFormat.Of<Twice>);

        Assert.Equal(ErrorDomain.Definition, error.Domain);
        Assert.Contains("Twice' cannot be read and written as JSON", error.Message);
    }

    private sealed record PageViews(string PageUrl, long WindowStart, int Users);

    private sealed record Twice(int Value, [property: JsonPropertyName("value")] int Other);

    [JsonSerializable(typeof(PageViews))]
    private sealed partial class Generated : JsonSerializerContext;
}
