namespace Akka.TestKit;

using Akka.Dispatch;

/// <summary>Runs an actor on the thread that sends to it.</summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    public static string Id = "akka.test.calling-thread-dispatcher";

    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
    }

    protected override void ExecuteTask(IRunnable run) => run.Run();

    protected override void Shutdown()
    {
    }
}
