namespace Akka.Persistence;

/// <summary>A whole <see cref="WriteMessages"/> has been handled; the answers to each event follow.</summary>
public sealed class WriteMessagesSuccessful : IJournalResponse
{
    private WriteMessagesSuccessful()
    {
    }

    public static WriteMessagesSuccessful Instance { get; } = new();
}
