namespace Akka.Remote;

/// <summary>A failure detector for each of many resources.</summary>
public interface IFailureDetectorRegistry<in T>
{
    bool IsAvailable(T resource);

    bool IsMonitoring(T resource);

    void Heartbeat(T resource);

    void Remove(T resource);

    void Reset();
}
