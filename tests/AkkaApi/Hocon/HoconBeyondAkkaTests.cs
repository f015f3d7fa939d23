namespace Akka.Flink.AkkaApi.Tests;

using Akka.Configuration;
using Akka.Configuration.Hocon;

/// <summary>HOCON that our parser reads as its specification says, where Akka.NET's reads less: our own files must not use it.</summary>
public class HoconBeyondAkkaTests
{
    [Theory]
    [InlineData("{ a = 1 }")]
    [InlineData("\uFEFF{ \"a\" : 1, }\n")]
    [InlineData("b { c = 1 }, a = 1")]
    public void Braces_around_the_text_and_commas_after_objects_are_read(string hocon) => Assert.Equal(1, Parse(hocon).GetInt("a"));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("no", false)]
    public void Yes_and_no_are_booleans(string written, bool expected) => Assert.Equal(expected, Parse($"a = {written}").GetBoolean("a"));

    [Fact]
    public void Microseconds_have_a_short_unit() => Assert.Equal(100, Parse("a = 10us").GetTimeSpan("a").Ticks);

    [Theory]
    [InlineData("a = [1]\na += 2\na += 3")]
    [InlineData("a += 1\na+=2, a += 3")]
    [InlineData("b = [1, 2]\na = ${b}\na += 3")]
    public void Plus_equals_appends_to_an_array(string hocon) => Assert.Equal([1, 2, 3], Parse(hocon).GetIntList("a"));

    [Fact]
    public void Plus_equals_on_text_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(() => Parse("a = 1\na += 2"));

        Assert.Contains("+= appends to an array, but 'a' already", error.Message);
    }

    [Fact]
    public void An_optional_substitution_without_value_leaves_its_key_as_it_was()
    {
        var config = Parse(
            """
            a = 1
            a = ${?none}
            b = ${?none}
            c = [1, ${?none}]
            d = x${?none}y
            e { f = ${?b} }
            g { h = 1 }
            g = ${?none}
            """);

        Assert.Equal(1, config.GetInt("a"));
        Assert.False(config.HasPath("b"));
        Assert.Equal([1], config.GetIntList("c"));
        Assert.Equal("xy", config.GetString("d"));
        Assert.False(config.HasPath("e.f"));
        Assert.Equal(1, config.GetInt("g.h"));
    }

    [Fact]
    public void An_optional_substitution_with_value_replaces_what_was_there()
    {
        var config = Parse("x = 2\na = 1\na = ${?x}\nb { c = 1 }, b = ${?x}");

        Assert.Equal(2, config.GetInt("a"));
        Assert.Equal(2, config.GetInt("b"));
    }

    [Fact]
    public void A_required_substitution_of_an_undefined_key_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Parse("a = ${b}\nb = ${?none}"));

    [Fact]
    public void A_key_that_is_absent_is_looked_up_in_the_environment()
    {
        const string Name = "AKKA_FLINK_HOCON_TEST_VARIABLE";
        Environment.SetEnvironmentVariable(Name, "from outside");

        var config = Parse($"a = ${{{Name}}}, b = ${{?{Name}}}");
        var included = ConfigurationFactory.ParseString("p { include \"x\" }", _ => Parser.Parse($"c = ${{{Name}}}", null));

        Assert.Equal("from outside", config.GetString("a"));
        Assert.Equal("from outside", config.GetString("b"));
        Assert.Equal("from outside", included.GetString("p.c"));
    }

    [Theory]
    [InlineData("b { x = 1, y = 1 }\na = ${b} { y = 2 }")]
    [InlineData("b { x = 1, y = 1 }\na = ${b}\na { y = 2 }")]
    [InlineData("b { x = 1, y = 1 }\na = ${b}\na.y = 2")]
    [InlineData("b { y = 2 }\na { x = 1, y = 1 }\na = ${b}")]
    [InlineData("a = { x = 1, y = 1 } { y = 2 }")]
    public void Objects_join_substituted_ones(string hocon)
    {
        var config = Parse(hocon);

        Assert.Equal(1, config.GetInt("a.x"));
        Assert.Equal(2, config.GetInt("a.y"));
    }

    [Fact]
    public void A_substitution_finds_its_value_through_another_one() =>
        Assert.Equal(1, Parse("a = ${c.x}\nc = ${b}\nb { x = 1 }").GetInt("a"));

    [Fact]
    public void An_included_tree_is_copied()
    {
        var shared = Parser.Parse("x = 1, t { u = 1 }, v = ${x}", null);

        var config = ConfigurationFactory.ParseString("a { include \"s\", x = 2, t.u = 2 }, b { include \"s\" }", _ => shared);

        Assert.Equal([2, 2, 2], new[] { config.GetInt("a.x"), config.GetInt("a.t.u"), config.GetInt("a.v") });
        Assert.Equal([1, 1, 1], new[] { config.GetInt("b.x"), config.GetInt("b.t.u"), config.GetInt("b.v") });
    }

    [Fact]
    public void Any_text_is_written_so_that_it_reads_back()
    {
        string[] texts = ["", "plain", "two words", "a:b=c", "say \"hi\"\\", "line\nline", "//", "#", "${x}", "{}", "ä€", "null", "1.5"];
        var root = new HoconObject();
        foreach (var text in texts)
            root.GetOrCreateKey(text).AppendValue(new HoconLiteral { Value = text });

        var value = new HoconValue();
        value.AppendValue(root);
        var read = Parse(value.ToString()).AsEnumerable().ToDictionary(item => item.Key, item => item.Value.GetString());

        Assert.Equal(texts, read.Keys);
        Assert.All(read, item => Assert.Equal(item.Key == "null" ? null : item.Key, item.Value));
    }

    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);
}
