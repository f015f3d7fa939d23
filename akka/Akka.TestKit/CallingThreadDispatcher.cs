namespace Akka.TestKit;

using Akka.Dispatch;

/// <summary>Runs an actor on the thread that sends to it.</summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    public static new string Id = "akka.test.calling-thread-dispatcher";

    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator) => Throughput = configurator.Config.GetInt("throughput", int.MaxValue);

    protected override void ExecuteTask(IRunnable run) => run.Run();

    protected override void Shutdown()
    {
    }
}
