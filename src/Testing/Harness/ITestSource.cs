namespace Akka.Flink.Testing;

/// <summary>What a test can put into an input whatever its type.</summary>
internal interface ITestSource
{
    /// <summary>Whether any operator of the pipeline waits for something outside.</summary>
    Func<bool> IsAnyWaiting { set; }

    /// <summary>Whether what was put in last waits.</summary>
    bool IsHeld { get; }

    /// <summary>Goes on with what waits.</summary>
    void Continue();

    /// <summary>Puts in a watermark; also one that does not rise.</summary>
    /// <param name="watermarkMs">Milliseconds since the epoch.</param>
    void Watermark(long watermarkMs);

    /// <summary>Puts in a status.</summary>
    /// <param name="idle">Whether the stream is idle from now on.</param>
    void Status(bool idle);

    /// <summary>Puts in the largest watermark, then the end.</summary>
    void End();
}
