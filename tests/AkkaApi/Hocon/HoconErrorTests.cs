namespace Akka.Flink.AkkaApi.Tests;

using Akka.Configuration;

public class HoconErrorTests
{
    [Theory]
    [InlineData("a = akka://x", 1, 9, "the end of the value was expected, but ':' was found")]
    [InlineData("x = 1\n  a = foo*bar", 2, 10, "the end of the value was expected, but '*' was found")]
    [InlineData("a {\n  b = 1\n", 1, 3, "a '}' that closes the object opened here was expected")]
    [InlineData("a = [1,\n2", 1, 5, "a ']' that closes the array opened here was expected")]
    [InlineData("a = 1 }", 1, 7, "a key was expected, but '}' was found")]
    [InlineData("a\nb = 1", 2, 1, "after the key 'a' was expected, but 'b' was found")]
    [InlineData("a", 1, 2, "but the end of the text was found")]
    [InlineData("a = b = c", 1, 7, "the end of the value was expected, but '=' was found")]
    [InlineData("a = [?]", 1, 6, "a value was expected, but '?' was found")]
    [InlineData("= 1", 1, 1, "a key was expected, but '=' was found")]
    [InlineData("a = }", 1, 5, "a value was expected, but '}' was found")]
    [InlineData("a = [1,,2]", 1, 8, "a value was expected, but ',' was found")]
    [InlineData("a =", 1, 4, "a value was expected, but the end of the text was found")]
    [InlineData("a = \"x", 1, 5, "a closing \" for the quote that opens here was expected")]
    [InlineData("a = \"\"\"x\"", 1, 5, "a closing \"\"\" for the quote that opens here was expected")]
    [InlineData("a = \"\\y\"", 1, 7, "an escape like \\n or \\\" was expected, but 'y' was found")]
    [InlineData("a = \"\\u12G4\"", 1, 7, "a \\u with four hexadecimal digits was expected, but 'u' was found")]
    [InlineData("a = ${b\n}", 1, 5, "the '}' that ends this substitution was expected")]
    [InlineData("a = ${}", 1, 7, "a path was expected, but '}' was found")]
    public void A_syntax_error_names_place_expectation_and_finding(string hocon, int line, int column, string expected)
    {
        var error = Refused(hocon);

        Assert.StartsWith($"HOCON syntax error in line {line}, column {column}: ", error.Message);
        Assert.Contains(expected, error.Message);
    }

    [Theory]
    [InlineData("a = [1] { b = 2 }")]
    [InlineData("a = { b = 2 } text")]
    [InlineData("a = text [1]")]
    public void Pieces_of_different_kinds_do_not_join(string hocon) => Assert.Equal(
        "HOCON syntax error in line 1, column 5: the value of 'a' joins text, arrays or objects with one another; " +
        "only pieces of one kind join. Separate two elements with a comma, or start the next key on a new line.",
        Refused(hocon).Message);

    [Fact]
    public void An_unresolved_substitution_names_key_and_place() => Assert.Equal(
        "The substitution ${x.y} of 'a.b' in line 2, column 7 is unresolved: " +
        "the text has no key 'x.y', and there is no environment variable of that name. " +
        "Set the key in the same text: fallbacks are not looked at.",
        Refused("a {\n  b = ${x.y}\n}").Message);

    [Theory]
    [InlineData("a = ${a}")]
    [InlineData("a = ${b}\nb = ${a}")]
    [InlineData("a { b = ${a} }")]
    [InlineData("a = ${b}\nb = [1, ${c}]\nc { d = ${a} }")]
    [InlineData("a = ${b.x}\nb = ${a.y}")]
    public void A_cycle_of_substitutions_is_refused(string hocon) => Assert.Contains("leads back to itself", Refused(hocon).Message);

    [Fact]
    public void An_include_without_callback_is_refused() => Assert.Equal(
        "The HOCON text includes \"base\" in line 2, column 1, but nothing was given that can load it. " +
        "Parse the text with ConfigurationFactory.ParseString(hocon, includeCallback), or remove the include.",
        Refused("a = 1\ninclude \"base\"").Message);

    [Fact]
    public void An_include_that_loads_nothing_is_refused()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("include \"base\"", _ => null!));

        Assert.Contains("returned no object", error.Message);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        Assert.Contains("nests more than 200", Refused("a=" + new string('[', 100_000)).Message);
        Assert.Contains("nests more than 200", Refused(string.Concat(Enumerable.Repeat("a{", 100_000))).Message);
        Assert.Contains("nests more than 200", Refused(string.Join('.', Enumerable.Repeat("a", 100_000)) + " = 1").Message);
    }

    [Theory]
    [InlineData("12a", "'outer.a' is '12a'. Set it to a whole number from -2147483648 to 2147483647.")]
    [InlineData("99999999999", "'outer.a' is '99999999999'. Set it to a whole number from -2147483648 to 2147483647.")]
    [InlineData("null", "'outer.a' is null. Set it to a whole number from -2147483648 to 2147483647.")]
    [InlineData("[1]", "'outer.a' is an array. Set it to a whole number from -2147483648 to 2147483647.")]
    [InlineData("{ b = 1 }", "'outer.a' is an object. Set it to a whole number from -2147483648 to 2147483647.")]
    public void A_bad_number_is_named_with_its_full_path_and_what_is_accepted(string written, string expected)
    {
        var part = ConfigurationFactory.ParseString($"outer {{ a = {written} }}").GetConfig("outer");

        Assert.Equal(expected, Assert.Throws<ConfigurationException>(() => part.GetInt("a")).Message);
    }

    [Fact]
    public void A_bad_element_is_named_with_its_index()
    {
        var config = ConfigurationFactory.ParseString("a.b = [1, x]");

        Assert.StartsWith("'a.b[1]' is 'x'.", Assert.Throws<ConfigurationException>(() => config.GetIntList("a.b")).Message);
    }

    [Fact]
    public void A_bad_duration_size_or_boolean_names_what_is_accepted()
    {
        var config = ConfigurationFactory.ParseString("a = soon, b = infinite, c = 10000 EB");

        Assert.StartsWith("'a' is 'soon'. Set it to a number of 0 or more with a unit - ns, us, ms, s, m, h, d",
            Assert.Throws<ConfigurationException>(() => config.GetTimeSpan("a")).Message);
        Assert.EndsWith("but not infinite.", Assert.Throws<ConfigurationException>(() => config.GetTimeSpan("b", null, false)).Message);
        Assert.StartsWith("'c' is '10000 EB'. Set it to a whole number of bytes",
            Assert.Throws<ConfigurationException>(() => config.GetByteSize("c")).Message);
        Assert.Equal("'a' is 'soon'. Set it to on, off, true, false, yes or no.",
            Assert.Throws<ConfigurationException>(() => config.GetBoolean("a")).Message);
    }

    [Fact]
    public void An_absent_list_is_named() => Assert.Equal(
        "The configuration has no list 'a'. Set it to a list like [1, 2], or ask HasPath first if it may be absent.",
        Assert.Throws<ConfigurationException>(() => Config.Empty.GetIntList("a")).Message);

    [Fact]
    public void A_resource_is_found_by_type_assembly_or_instance()
    {
        const string Name = "Akka.Configuration.akka.conf";

        Assert.Equal("INFO", ConfigurationFactory.FromResource<Config>(Name).GetString("akka.loglevel"));
        Assert.Equal("INFO", ConfigurationFactory.FromResource(Name, typeof(Config)).GetString("akka.loglevel"));
        Assert.Equal("INFO", ConfigurationFactory.FromResource(Name, typeof(Config).Assembly).GetString("akka.loglevel"));
        Assert.Equal("INFO", ConfigurationFactory.FromResource(Name, Config.Empty).GetString("akka.loglevel"));
    }

    [Fact]
    public void A_missing_resource_is_named_beside_those_that_exist()
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.FromResource<Config>("nothing.conf"));

        Assert.Contains("no resource 'nothing.conf'", error.Message);
        Assert.Contains("Akka.Configuration.akka.conf", error.Message);
    }

    private static ConfigurationException Refused(string hocon) =>
        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon));
}
