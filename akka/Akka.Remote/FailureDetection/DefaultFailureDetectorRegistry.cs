namespace Akka.Remote;

using System.Collections.Concurrent;

/// <summary>Makes a detector for each resource with its first heartbeat; safe to use from several threads.</summary>
public class DefaultFailureDetectorRegistry<T> : IFailureDetectorRegistry<T>
{
    private readonly Func<FailureDetector> _factory;
    private readonly ConcurrentDictionary<T, FailureDetector> _detectors = new();
    private readonly Lock _making = new();

    public DefaultFailureDetectorRegistry(Func<FailureDetector> factory) => _factory = factory;

    public bool IsAvailable(T resource) => !_detectors.TryGetValue(resource, out var detector) || detector.IsAvailable;

    public bool IsMonitoring(T resource) => _detectors.TryGetValue(resource, out var detector) && detector.IsMonitoring;

    public void Heartbeat(T resource) => (_detectors.TryGetValue(resource, out var detector) ? detector : Make(resource)).HeartBeat();

    public void Remove(T resource) => _detectors.TryRemove(resource, out _);

    public void Reset() => _detectors.Clear();

    /// <summary>The detector of a resource, or null.</summary>
    internal FailureDetector GetFailureDetector(T resource) => _detectors.GetValueOrDefault(resource);

    private FailureDetector Make(T resource)
    {
        lock (_making)
        {
            if (_detectors.TryGetValue(resource, out var detector))
                return detector;

            detector = _factory();
            if (detector is PhiAccrualFailureDetector phi)
                phi.Address = resource.ToString();
            _detectors[resource] = detector;
            return detector;
        }
    }
}
