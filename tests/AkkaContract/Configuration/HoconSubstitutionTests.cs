namespace Akka.Flink.AkkaContract.Tests.Configuration;

using Akka.Configuration;

public class HoconSubstitutionTests
{
    [Fact]
    public void A_substitution_reads_as_the_value_it_names()
    {
        var config = Parse("a { b = 1, c = ${a.b}, d = ${a.c}23, e = before ${a.b} after }");

        Assert.Equal(1, config.GetInt("a.c"));
        Assert.Equal(123, config.GetInt("a.d"));
        Assert.Equal("before 1 after", config.GetString("a.e"));
    }

    [Fact]
    public void A_substitution_may_name_what_follows_it() => Assert.Equal("late", Parse("a = ${b}\nb = late").GetString("a"));

    [Fact]
    public void A_substitution_takes_the_last_value_of_its_key() => Assert.Equal(2, Parse("a = 1\nb = ${a}\na = 2").GetInt("b"));

    [Fact]
    public void Arrays_join_substituted_ones() => Assert.Equal([1, 2, 3, 4], Parse("a = [1, 2]\nb = ${a} [3, 4]").GetIntList("b"));

    [Fact]
    public void An_object_can_be_substituted()
    {
        var config = Parse("a { x = 1, y { z = 2 } }\nb { c = ${a} }");

        Assert.Equal(1, config.GetInt("b.c.x"));
        Assert.Equal(2, config.GetConfig("b.c.y").GetInt("z"));
    }

    [Fact]
    public void A_substitution_survives_a_fallback()
    {
        var config = Parse("a = 1\nb { c = ${a} }").WithFallback(Parse("b { d = 2 }"));

        Assert.Equal(1, config.GetInt("b.c"));
        Assert.Equal(2, config.GetInt("b.d"));
    }

    [Fact]
    public void What_is_not_in_the_same_text_is_not_found() => Assert.ThrowsAny<Exception>(() => Parse("a = ${nowhere.to.be.found}"));

    [Fact]
    public void Nothing_is_substituted_in_quotes() => Assert.Equal("${b}", Parse("a = \"${b}\"\nb = 1").GetString("a"));

    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);
}
