namespace Akka.Persistence;

/// <summary>A message from a journal.</summary>
public interface IJournalResponse : IJournalMessage;
