namespace Akka.Flink.AkkaApi.Tests.Configuration;

using Akka.Flink.Shared.Hocon;

public class HoconScannerTests
{
    private const string Text = """"
        include "base.conf"

        # A heading, no comment of a key.

        # Says what a is.
        # In two lines.
        a = 1   # and behind
        b : [ 1, "]",   # inside
              2 ]
        "x.y".c { d = ${e.f} { g = on }, h += "{#}" }
        empty { }
        i = """{
        three""" // tail
        j = a.b"c", k = 5 s
        """";

    [Fact]
    public void Finds_every_setting_with_its_line()
    {
        var entries = HoconScanner.Scan(Text).Select(entry => $"{entry.Line} {entry.Key} = {entry.Value.ReplaceLineEndings(" ")}");

        Assert.Equal(
            [
                "7 a = 1",
                "8 b = [ 1, \"]\",   # inside       2 ]",
                "10 \"x.y\".c.d = ${e.f}",
                "10 \"x.y\".c.d.g = on",
                "10 \"x.y\".c.h = \"{#}\"",
                "11 empty = {}",
                "12 i = \"\"\"{ three\"\"\"",
                "14 j = a.b\"c\"",
                "14 k = 5 s",
            ],
            entries);
    }

    [Fact]
    public void Takes_the_comment_above_a_key_and_behind_it()
    {
        var entries = HoconScanner.Scan(Text);

        Assert.Equal("Says what a is. In two lines. and behind", entries[0].Comment);
        Assert.Equal("", entries[2].Comment);
    }
}
