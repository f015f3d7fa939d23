namespace Akka.Flink.AkkaContract.Tests.Configuration;

using Akka.Configuration;

public class HoconSyntaxTests
{
    [Theory]
    [InlineData("a = 1")]
    [InlineData("a : 1")]
    [InlineData("a=1")]
    [InlineData("\"a\" : 1")]
    [InlineData("\"a\" = \"1\"")]
    [InlineData("a =\n  1")]
    [InlineData("a = 1,")]
    [InlineData("a = \t 1 \t ")]
    [InlineData("a = 1 # comment")]
    [InlineData("a = 1 // comment")]
    [InlineData("# comment\r\na = 1\r\n")]
    [InlineData("a = 1\nb = 2")]
    [InlineData("a = 1, b = 2")]
    [InlineData("a = 0\na = 1")]
    public void A_key_holds_its_value_however_it_is_written(string hocon) => Assert.Equal("1", Parse(hocon).GetString("a"));

    [Theory]
    [InlineData("a.b.c = 1")]
    [InlineData("a { b { c = 1 } }")]
    [InlineData("a = { b = { c = 1 } }")]
    [InlineData("a { b.c = 1 }")]
    [InlineData("a.b { c = 1 }")]
    [InlineData("a\n{\n  b\n  {\n    c = 1\n  }\n}")]
    [InlineData("\"a\".\"b\".c = 1")]
    [InlineData("\"a\": { \"b\": { \"c\": 1 } }")]
    public void Dots_and_braces_nest_alike(string hocon) => Assert.Equal(1, Parse(hocon).GetInt("a.b.c"));

    [Fact]
    public void Objects_of_one_key_merge_and_the_later_value_wins()
    {
        var config = Parse("a { x = 1, y = 2, deep { p = 1 } }\na { y = 3, z = 4, deep { q = 2 } }\na.z = 5\na = { w = 6 }");

        Assert.Equal(1, config.GetInt("a.x"));
        Assert.Equal(3, config.GetInt("a.y"));
        Assert.Equal(5, config.GetInt("a.z"));
        Assert.Equal(6, config.GetInt("a.w"));
        Assert.Equal(1, config.GetInt("a.deep.p"));
        Assert.Equal(2, config.GetInt("a.deep.q"));
    }

    [Fact]
    public void A_scalar_replaces_an_object_and_an_object_a_scalar()
    {
        var config = Parse("a.b = 1\na = null\na.c = 3\nd = 1\nd { e = 2 }");

        Assert.Null(config.GetString("a.b"));
        Assert.Equal(3, config.GetInt("a.c"));
        Assert.Equal(2, config.GetInt("d.e"));
    }

    [Fact]
    public void A_quoted_key_may_hold_dots_and_blanks()
    {
        var config = Parse("a { \"/user/d.ev/*\" = 1, \"some quoted, key\" = 2, \"Some.Type, Assembly\".d = 3 }");

        Assert.Equal(1, config.GetInt("a.\"/user/d.ev/*\""));
        Assert.Equal(2, config.GetInt("a.some quoted, key"));
        Assert.Equal(3, config.GetInt("a.\"Some.Type, Assembly\".d"));
        Assert.Equal(
            ["/user/d.ev/*", "some quoted, key", "Some.Type, Assembly"],
            config.GetConfig("a").AsEnumerable().Select(item => item.Key));
    }

    [Fact]
    public void An_unquoted_key_may_hold_blanks_inside() => Assert.Equal(42, Parse("a b c : 42").GetInt("a b c"));

    [Theory]
    [InlineData("bar", "bar")]
    [InlineData("  foo   bar  ", "foo   bar")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("/user/some-actor", "/user/some-actor")]
    [InlineData("\"foo\"", "foo")]
    [InlineData("\"a:b=c{}[]#//\"", "a:b=c{}[]#//")]
    [InlineData("foo \"b a r\" baz", "foo b a r baz")]
    [InlineData("\"\"", "")]
    [InlineData("\"say \\\"hi\\\" \\\\ \\t.\"", "say \"hi\" \\ \t.")]
    [InlineData("\"\\u0041\\u00e9\"", "Aé")]
    [InlineData("\"\"\"C:\\Dev\\new \"quoted\" file\"\"\"", "C:\\Dev\\new \"quoted\" file")]
    [InlineData("\"\"\"one\ntwo\"\"\"", "one\ntwo")]
    [InlineData("null", null)]
    public void A_text_is_read_as_written(string written, string? expected) =>
        Assert.Equal(expected, Parse($"a = {written}").GetString("a"));

    [Theory]
    [InlineData("[1,2,3]")]
    [InlineData("[ 1, 2, 3, ]")]
    [InlineData("\n[\n  1\n  2 # two\n  3\n]")]
    [InlineData("[1,2] [3]")]
    [InlineData("[1]\na = [1,2,3]")]
    public void An_array_is_separated_by_commas_or_lines_and_concatenates(string array) =>
        Assert.Equal([1, 2, 3], Parse($"a = {array}").GetIntList("a"));

    [Fact]
    public void Blanks_in_an_array_separate_nothing() =>
        Assert.Equal(["1 2", "three four"], Parse("a = [1 2, three four]").GetStringList("a"));

    [Fact]
    public void An_array_may_hold_objects_and_arrays()
    {
        var elements = Parse("a = [{ x = 1 }, { x = 2 }, [3, 4]]").GetValue("a").GetArray();

        Assert.Equal(3, elements.Count);
        Assert.Equal(2, elements[1].GetObject().GetKey("x").GetInt());
        Assert.Equal([3, 4], elements[2].GetIntList());
    }

    [Fact]
    public void An_empty_text_is_an_empty_configuration()
    {
        Assert.True(Parse("").IsEmpty);
        Assert.True(Parse("  # only a comment\n").IsEmpty);
        Assert.False(Parse("a = 1").IsEmpty);
    }

    [Theory]
    [InlineData("uri = akka.tcp://system@127.0.0.1:4053")]
    [InlineData("uris = [akka.tcp://system@127.0.0.1:4053]")]
    public void Unquoted_text_with_an_assignment_in_it_is_refused(string hocon) =>
        Assert.Throws<ConfigurationException>(() => Parse(hocon));

    [Theory]
    [InlineData("a = \"unknown \\escape\"")]
    [InlineData("a =")]
    [InlineData("a = foo*bar")]
    public void Broken_text_is_refused(string hocon) => Assert.ThrowsAny<Exception>(() => Parse(hocon).GetValue("a").GetArray());

    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);
}
