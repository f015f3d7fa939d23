namespace Akka.Dispatch;

/// <summary>Makes executors.</summary>
public abstract class ExecutorServiceFactory
{
    public abstract ExecutorService Produce(string id);
}
