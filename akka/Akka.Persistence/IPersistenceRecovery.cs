namespace Akka.Persistence;

/// <summary>Says how a persistent actor recovers.</summary>
public interface IPersistenceRecovery
{
    Recovery Recovery { get; }
}
