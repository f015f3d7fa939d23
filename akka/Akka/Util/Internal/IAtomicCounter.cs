namespace Akka.Util.Internal;

/// <summary>A number that several threads count up.</summary>
public interface IAtomicCounter<T>
{
    T Current { get; }

    T AddAndGet(T amount);

    T GetAndAdd(T amount);

    T GetAndIncrement();

    T IncrementAndGet();

    T Next();

    void Reset();
}
