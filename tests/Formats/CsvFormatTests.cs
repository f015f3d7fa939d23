namespace Akka.Flink.Formats.Tests;

using FsCheck;
using FsCheck.Fluent;

public class CsvFormatTests
{
    private static readonly Order Sample =
        new("a, \"b\"", 1.5m, -2, new DateTimeOffset(2015, 5, 17, 10, 5, 3, TimeSpan.Zero), Kind.Sold, null, true);

    private static readonly Arbitrary<Order> Orders =
        (from name in Gen.Elements('a', '"', ',', '\u00e9', ' ', '\n', '\r').ArrayOf()
         from price in Gen.Choose(-1000, 1000)
         from count in Gen.Choose(int.MinValue, int.MaxValue)
         from seconds in Gen.Choose(0, int.MaxValue)
         from kind in Gen.Elements(Kind.Sold, Kind.Returned)
         from note in Gen.Elements(null, "", "x", "\"")
         from open in Gen.Elements(true, false)
         let at = DateTimeOffset.FromUnixTimeSeconds(seconds)
         select new Order(new string(name), price / 8m, count, at, kind, note, open)).ToArbitrary();

    private enum Kind
    {
        Sold,
        Returned,
    }

    [Fact]
    public void Writes_a_header_and_quotes_what_needs_it() => Assert.Equal(
        "name,unitPrice,count,at,kind,note,open\n\"a, \"\"b\"\"\",1.5,-2,2015-05-17T10:05:03.0000000+00:00,Sold,,true\n",
        FormatText.Write(CsvFormat.Of<Order>(), Sample));

    [Fact]
    public void Reads_what_it_wrote() => Check.QuickThrowOnFailure(Prop.ForAll(Orders, order =>
    {
        var format = CsvFormat.Of<Order>(new CsvOptions { HasHeader = false, Separator = ';' });

        Assert.Equal(order, FormatText.Read(format, FormatText.Write(format, order)[..^1]));
    }));

    [Fact]
    public void Finds_columns_by_the_names_of_the_header_in_any_order_and_case() => Assert.Equal(
        new Point(1, 2, 7),
        FormatText.Read(CsvFormat.Of<Point>(), "2,ignored,1", header: "Y,label,X"));

    [Fact]
    public void Takes_columns_in_the_order_of_members_without_a_header() => Assert.Equal(
        new Point(1, 2, 3),
        FormatText.Read(CsvFormat.Of<Point>(new CsvOptions { HasHeader = false, Separator = '\t' }), "1\t2\t3"));

    [Fact]
    public void Fills_settable_properties() => Assert.Equal(
        "b", FormatText.Read(CsvFormat.Of<Settable>(), "5,b", header: "number,text").Text);

    [Theory]
    [InlineData("1", "It has 1 columns instead of 3")]
    [InlineData("1,2,3,4", "It has 4 columns instead of 3")]
    [InlineData("1,two,3", "Its column 'y' holds 'two', which is no Int32")]
    [InlineData("1,\"2,3", "The quotes of its column 2 are not closed")]
    [InlineData("1,\"2\"x,3", "Something stands behind the quotes of its column 2")]
    [InlineData("1,99999999999,3", "Its column 'y' holds '99999999999'")]
    public void Says_what_is_wrong_with_a_line(string line, string expected) => Assert.Contains(
        expected,
        Assert.Throws<FormatException>(() => FormatText.Read(CsvFormat.Of<Point>(), line, header: "x,y,z")).Message);

    [Fact]
    public void Names_a_column_that_is_missing() => Assert.Contains(
        "The column 'y' is missing; there are 'x', 'z'",
        Assert.Throws<FormatException>(() => FormatText.Read(CsvFormat.Of<Point>(), "1,2", header: "x,z")).Message);

    [Fact]
    public void Refuses_types_and_separators_that_cannot_be()
    {
        Assert.Contains("its member 'Items' is of type", Assert.Throws<JobException>(() => CsvFormat.Of<Nested>()).Message);
        Assert.Contains(
            "separated by '.'", Assert.Throws<JobException>(() => CsvFormat.Of<Point>(new CsvOptions { Separator = '.' })).Message);
    }

    [Fact]
    public void Keeps_a_file_whole_when_texts_may_go_over_lines()
    {
        Assert.Equal(RecordFraming.NonBlankLines, CsvFormat.Of<Point>().Framing);
        Assert.Equal(RecordFraming.QuotedLines, CsvFormat.Of<Point>(new CsvOptions { AllowsLineBreaks = true }).Framing);
    }

    private sealed record Order(string Name, decimal UnitPrice, int Count, DateTimeOffset At, Kind Kind, string? Note, bool Open);

    private readonly record struct Point(int X, int Y, int Z = 7);

    private sealed record Nested(string Name, List<int> Items);

    private sealed class Settable
    {
        public int Number { get; set; }

        public string Text { get; set; } = "";
    }
}
