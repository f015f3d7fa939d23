namespace Akka.Flink.AkkaContract.Tests.Configuration;

using Akka.Configuration;

public class ConfigValueTests
{
    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("off", false)]
    [InlineData("\"false\"", false)]
    public void A_boolean_is_on_off_true_or_false(string written, bool expected) =>
        Assert.Equal(expected, Parse(written).GetBoolean("a"));

    [Fact]
    public void Numbers_are_read_with_a_point_in_any_culture()
    {
        var config = ConfigurationFactory.ParseString("whole = -42, long = 9000000000, real = 1.5, small = 1e-3");

        Assert.Equal(-42, config.GetInt("whole"));
        Assert.Equal(9_000_000_000, config.GetLong("long"));
        Assert.Equal(1.5f, config.GetFloat("real"));
        Assert.Equal(1.5, config.GetDouble("real"));
        Assert.Equal(1.5m, config.GetDecimal("real", 0));
        Assert.Equal(0.001, config.GetDouble("small"));
    }

    [Theory]
    [InlineData("100 ns", 1)]
    [InlineData("10 micros", 100)]
    [InlineData("10 microseconds", 100)]
    [InlineData("5", 50_000)]
    [InlineData("5ms", 50_000)]
    [InlineData("5 milliseconds", 50_000)]
    [InlineData("2s", 20_000_000)]
    [InlineData("0.5 s", 5_000_000)]
    [InlineData("1 second", 10_000_000)]
    [InlineData("2m", 1_200_000_000)]
    [InlineData("2 minutes", 1_200_000_000)]
    [InlineData("1h", 36_000_000_000)]
    [InlineData("1 hour", 36_000_000_000)]
    [InlineData("1d", 864_000_000_000)]
    [InlineData("2 days", 1_728_000_000_000)]
    public void A_duration_is_a_number_with_a_unit_and_milliseconds_without(string written, long expectedTicks) =>
        Assert.Equal(expectedTicks, Parse(written).GetTimeSpan("a").Ticks);

    [Fact]
    public void An_infinite_duration_is_read_unless_it_is_forbidden()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, Parse("infinite").GetTimeSpan("a"));
        Assert.ThrowsAny<Exception>(() => Parse("infinite").GetTimeSpan("a", allowInfinite: false));
    }

    [Theory]
    [InlineData("1000", 1000)]
    [InlineData("1000b", 1000)]
    [InlineData("10 bytes", 10)]
    [InlineData("2kB", 2000)]
    [InlineData("2k", 2048)]
    [InlineData("2K", 2048)]
    [InlineData("2 KiB", 2048)]
    [InlineData("3MB", 3_000_000)]
    [InlineData("3m", 3_145_728)]
    [InlineData("3 MiB", 3_145_728)]
    [InlineData("4GB", 4_000_000_000)]
    [InlineData("4 gibibytes", 4_294_967_296)]
    [InlineData("1TB", 1_000_000_000_000)]
    [InlineData("1PiB", 1_125_899_906_842_624)]
    public void A_size_has_units_of_1000_and_of_1024(string written, long expected) =>
        Assert.Equal(expected, Parse(written).GetByteSize("a"));

    [Fact]
    public void Lists_are_read_in_the_type_asked_for()
    {
        var config = ConfigurationFactory.ParseString("n = [1, 2], r = [0.5, 1], b = [on, false], s = [one, \"t w o\"]");

        Assert.Equal([1, 2], config.GetIntList("n"));
        Assert.Equal([1L, 2L], config.GetLongList("n"));
        Assert.Equal([(byte)1, (byte)2], config.GetByteList("n"));
        Assert.Equal([0.5, 1.0], config.GetDoubleList("r"));
        Assert.Equal([0.5f, 1.0f], config.GetFloatList("r"));
        Assert.Equal([0.5m, 1.0m], config.GetDecimalList("r"));
        Assert.Equal([true, false], config.GetBooleanList("b"));
        Assert.Equal(["one", "t w o"], config.GetStringList("s"));
    }

    [Fact]
    public void An_absent_list_of_texts_is_empty_or_the_default()
    {
        var config = ConfigurationFactory.ParseString("present = [a]");

        Assert.Empty(config.GetStringList("absent"));
        Assert.Equal(["x", "y"], config.GetStringList("absent", ["x", "y"]));
        Assert.Equal(["a"], config.GetStringList("present", ["x", "y"]));
    }

    [Fact]
    public void An_absent_key_reads_as_the_default()
    {
        var config = ConfigurationFactory.ParseString("other = 1");

        Assert.False(config.HasPath("a"));
        Assert.Null(config.GetString("a"));
        Assert.Equal("x", config.GetString("a.b", "x"));
        Assert.Equal(0, config.GetInt("a"));
        Assert.Equal(7, config.GetInt("a", 7));
        Assert.Equal(8L, config.GetLong("a", 8));
        Assert.True(config.GetBoolean("a", true));
        Assert.Equal(0.5, config.GetDouble("a", 0.5));
        Assert.Equal(0.5m, config.GetDecimal("a", 0.5m));
        Assert.Equal(TimeSpan.Zero, config.GetTimeSpan("a"));
        Assert.Equal(TimeSpan.FromSeconds(3), config.GetTimeSpan("a", TimeSpan.FromSeconds(3)));
        Assert.Null(config.GetByteSize("a"));
        Assert.Equal(9, config.GetByteSize("a", 9));
        Assert.Null(config.GetConfig("a"));
        Assert.Null(config.GetValue("a"));
    }

    [Fact]
    public void A_null_is_present_and_has_no_text()
    {
        var config = Parse("null");

        Assert.True(config.HasPath("a"));
        Assert.Null(config.GetString("a", "default"));
    }

    [Theory]
    [InlineData("12a")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("\"\"")]
    public void What_is_no_whole_number_is_refused(string written) => Assert.ThrowsAny<Exception>(() => Parse(written).GetInt("a"));

    [Theory]
    [InlineData("soon")]
    [InlineData("5 parsecs")]
    [InlineData("-1s")]
    public void What_is_no_duration_is_refused(string written) => Assert.ThrowsAny<Exception>(() => Parse(written).GetTimeSpan("a"));

    [Theory]
    [InlineData("many")]
    [InlineData("5 XB")]
    [InlineData("5 mib")]
    public void What_is_no_size_is_refused(string written) => Assert.ThrowsAny<Exception>(() => Parse(written).GetByteSize("a"));

    [Fact]
    public void What_is_no_boolean_is_refused() => Assert.ThrowsAny<Exception>(() => Parse("maybe").GetBoolean("a"));

    private static Config Parse(string value) => ConfigurationFactory.ParseString($"a = {value}");
}
