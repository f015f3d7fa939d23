namespace Akka.Flink.AkkaContract.Tests.Services;

using Akka.Actor;

/// <summary>A test with an actor system of its own, which it terminates.</summary>
public abstract class ServiceTest : IAsyncLifetime
{
    protected static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);

    protected ServiceTest(string hocon = "") =>
        System = ActorSystem.Create("services", hocon + "\nakka.stdout-loglevel = OFF\nakka.loglevel = OFF");

    protected ActorSystem System { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await System.Terminate().WaitAsync(Deadline);
}
