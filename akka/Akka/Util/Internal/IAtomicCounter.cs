namespace Akka.Util.Internal;

/// <summary>A number that several threads count up.</summary>
public interface IAtomicCounter<T>
{
    public T Current { get; }

    public T AddAndGet(T amount);

    public T GetAndAdd(T amount);

    public T GetAndIncrement();

    public T IncrementAndGet();

    public T Next();

    public void Reset();
}
