namespace Akka.Dispatch;

/// <summary>Work that a dispatcher can run.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    void Run();
}
