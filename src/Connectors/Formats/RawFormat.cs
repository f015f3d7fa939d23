namespace Akka.Flink.Formats;

/// <summary>Formats that take bytes as they are.</summary>
public static class RawFormat
{
    /// <summary>Text in UTF-8: a message, or a line of a file without its end. What is not UTF-8 becomes U+FFFD.</summary>
    public static IFormat<string> Text { get; } = new RawText();

    /// <summary>Bytes: a message, or a line of a file without its end.</summary>
    public static IFormat<byte[]> Bytes { get; } = new RawBytes();
}
