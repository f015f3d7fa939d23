namespace Akka.Flink.Formats.Tests;

public class RawFormatTests
{
    [Fact]
    public void Takes_text_and_bytes_as_they_are()
    {
        Assert.Equal("a\u20ac\n", FormatText.Write(RawFormat.Text, "a\u20ac"));
        Assert.Equal("a\u20ac", FormatText.Read(RawFormat.Text, "a\u20ac"));
        Assert.Equal("ab\n", FormatText.Write(RawFormat.Bytes, "ab"u8.ToArray()));
        Assert.Equal("ab"u8.ToArray(), FormatText.Read(RawFormat.Bytes, "ab"));
    }
}
