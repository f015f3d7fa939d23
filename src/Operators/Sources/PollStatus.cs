namespace Akka.Flink.Sources;

/// <summary>What a reader has after it was asked for records.</summary>
/// <remarks><para><b>Flink.</b> <c>InputStatus</c>.</para></remarks>
public enum PollStatus
{
    /// <summary>More, at once.</summary>
    MoreAvailable,

    /// <summary>Nothing at the moment; <see cref="ISourceReader{T}.WaitAsync"/> ends when there is.</summary>
    NothingAvailable,

    /// <summary>Nothing any more: all splits are read, and no more will be assigned.</summary>
    EndOfInput,
}
