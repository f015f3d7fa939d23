namespace Akka.Flink.AkkaContract.Tests.Configuration;

using Akka.Configuration;
using Akka.Configuration.Hocon;

public class ConfigFallbackTests
{
    [Fact]
    public void A_fallback_answers_for_what_is_not_set_on_every_level()
    {
        var config = Parse("a { b { x = 1 } }").WithFallback(Parse("a { b = { x = 2, y = 2 }, c = 2 }\nd = 2"));

        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(2, config.GetInt("a.b.y"));
        Assert.Equal(2, config.GetInt("a.c"));
        Assert.Equal(2, config.GetInt("d"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Layers_can_be_stacked_from_either_end(bool nested)
    {
        var (one, two, three) = (Parse("a.x = 1"), Parse("a { x = 2, y = 2 }"), Parse("a { x = 3, y = 3, z = 3 }"));

        var config = nested ? one.WithFallback(two.WithFallback(three)) : one.WithFallback(two).WithFallback(three);

        Assert.Equal(1, config.GetInt("a.x"));
        Assert.Equal(2, config.GetInt("a.y"));
        Assert.Equal(3, config.GetInt("a.z"));
        Assert.Equal(3, config.GetConfig("a").GetInt("z"));
        Assert.True(config.HasPath("a.z"));
    }

    [Fact]
    public void Merging_leaves_the_layers_as_they_were()
    {
        var (one, two) = (Parse("a.x = 1"), Parse("a.y = 2"));

        one.WithFallback(two);

        Assert.False(one.HasPath("a.y"));
        Assert.False(two.HasPath("a.x"));
    }

    [Fact]
    public void A_scalar_hides_the_object_below_it_and_an_object_the_scalar()
    {
        var (scalar, tree) = (Parse("a.b = 1"), Parse("a.b.c = 2"));

        Assert.Equal(1, scalar.WithFallback(tree).GetInt("a.b"));
        Assert.Equal(2, tree.WithFallback(scalar).GetInt("a.b.c"));
    }

    [Fact]
    public void Arrays_replace_each_other() =>
        Assert.Equal([1], Parse("a = [1]").WithFallback(Parse("a = [2, 3]")).GetIntList("a"));

    [Fact]
    public void An_empty_configuration_is_its_fallback()
    {
        var config = Parse("a = 1");

        Assert.Same(config, ConfigurationFactory.Empty.WithFallback(config));
        Assert.Equal(1, config.WithFallback(Config.Empty).GetInt("a"));
        Assert.Same(config, config.WithFallback(null));
    }

    [Fact]
    public void A_configuration_is_no_fallback_of_itself()
    {
        var config = Parse("a = 1");

        Assert.Throws<ArgumentException>(() => config.WithFallback(config));
        Assert.Same(config, config.SafeWithFallback(config));
    }

    [Fact]
    public void A_null_configuration_is_safe_to_ask()
    {
        Config? none = null;
        var config = Parse("a = 1");

        Assert.Same(config, none!.SafeWithFallback(config));
        Assert.True(none!.IsNullOrEmpty());
        Assert.True(Config.Empty.IsNullOrEmpty());
        Assert.False(config.IsNullOrEmpty());
    }

    [Fact]
    public void A_part_is_a_configuration_of_its_own()
    {
        var part = Parse("a { b = { c = 1 }, d = [1, 2] }").GetConfig("a");

        Assert.Equal(1, part.GetInt("b.c"));
        Assert.Equal([1, 2], part.GetIntList("d"));
        Assert.False(part.HasPath("a"));
        Assert.Equal(["b", "d"], part.AsEnumerable().Select(item => item.Key));
    }

    [Fact]
    public void A_part_can_be_put_at_another_key()
    {
        var moved = Parse("a.b.c = 1").GetValue("a.b").AtKey("z");

        Assert.Equal(1, moved.GetInt("z.c"));
        Assert.Equal(1, Parse("a.b.c = 1").GetValue("a").ToConfig().GetInt("b.c"));
    }

    [Fact]
    public void The_keys_of_all_layers_are_listed_once()
    {
        var config = Parse("a = 1, b = 1").WithFallback(Parse("b = 2, c = 2"));

        var listed = config.AsEnumerable().ToDictionary(item => item.Key, item => item.Value.GetInt());

        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 1, ["c"] = 2 }, listed);
    }

    [Fact]
    public void Text_shows_the_upper_layer_or_all_and_reads_back()
    {
        var config = Parse("a { x = 1, y = two words }").WithFallback(Parse("a { x = 2, z = 3 }"));

        var upper = Parse(config.ToString());
        var all = Parse(config.ToString(true));

        Assert.Equal("two words", upper.GetString("a.y"));
        Assert.False(upper.HasPath("a.z"));
        Assert.Equal(1, all.GetInt("a.x"));
        Assert.Equal(3, all.GetInt("a.z"));
        Assert.Equal(config.ToString(), config.ToString(false));
    }

    [Fact]
    public void Text_becomes_a_configuration_where_one_is_asked_for()
    {
        Config config = "a = 1";

        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal(2, (config + "a = 2, b = 2").GetInt("b"));
        Assert.Equal(3, ("a = 3" + config).GetInt("a"));
    }

    [Fact]
    public void An_include_is_loaded_by_the_callback_and_merged_at_its_place()
    {
        var config = ConfigurationFactory.ParseString(
            "a { x = 0, b { include \"base\" } }",
            _ => Included("x = 1\ny = ${x}\nz { w = 2 }"));

        Assert.Equal(0, config.GetInt("a.x"));
        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(1, config.GetInt("a.b.y"));
        Assert.Equal(2, config.GetInt("a.b.z.w"));
    }

    [Fact]
    public void What_follows_an_include_overrides_it()
    {
        var names = new List<string>();

        var config = ConfigurationFactory.ParseString("include \"base\"\na.x = 2", name =>
        {
            names.Add(name);
            return Included("a { x = 1, y = 1 }");
        });

        Assert.Equal(["base"], names);
        Assert.Equal(2, config.GetInt("a.x"));
        Assert.Equal(1, config.GetInt("a.y"));
    }

    [Fact]
    public void A_key_may_be_named_include() => Assert.Equal(1, Parse("include = 1").GetInt("include"));

    private static Config Parse(string hocon) => ConfigurationFactory.ParseString(hocon);

    private static HoconRoot Included(string hocon) => Parser.Parse(hocon, null);
}
