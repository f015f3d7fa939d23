namespace Akka.Flink.Testing;

/// <summary>What a test can put into an input whatever its type.</summary>
internal interface ITestSource
{
    /// <summary>Puts in a watermark; also one that does not rise.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void Watermark(long watermarkMs);

    /// <summary>Puts in a status.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    void Status(bool idle);

    /// <summary>Puts in the end.</summary>
    void End();
}
