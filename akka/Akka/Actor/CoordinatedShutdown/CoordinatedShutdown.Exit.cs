namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Event;

/// <content>How the shutdown, the actor system and the process end each other.</content>
public sealed partial class CoordinatedShutdown
{
    private volatile bool _processExits;

    /// <summary>Makes the last phase terminate the actor system and, if so configured, the process.</summary>
    internal void AddTerminationOfSystem()
    {
        if (_settings.TerminatesActorSystem || _settings.ExitsProcess)
            AddTask(PhaseActorSystemTerminate, "terminate-system", TerminateSystem);
    }

    /// <summary>Makes the exit of the process run the shutdown, as long as the actor system lives.</summary>
    internal void AddProcessExitHook()
    {
        if (!_settings.RunsOnProcessExit)
            return;

        AppDomain.CurrentDomain.ProcessExit += RunOnProcessExit;
        System.WhenTerminated.ContinueWith(
            (_, shutdown) => AppDomain.CurrentDomain.ProcessExit -= ((CoordinatedShutdown)shutdown).RunOnProcessExit,
            this,
            TaskScheduler.Default);
    }

    private async Task<Done> TerminateSystem()
    {
        if (_settings.TerminatesActorSystem)
        {
            ((ActorSystemImpl)System).FinalTerminate();
            var terminated = System.WhenTerminated;
            await (_settings.ExitsProcess ? Task.WhenAny(terminated, Task.Delay(Timeout(PhaseActorSystemTerminate))) : terminated)
                .ConfigureAwait(false);
        }

        if (_settings.ExitsProcess && !_processExits)
            _ = Task.Run(() => Environment.Exit(0));

        return Done.Instance;
    }

    private void RunOnProcessExit(object sender, EventArgs e)
    {
        _processExits = true;
        if (System.WhenTerminated.IsCompleted)
            return;

        // The process ends when this returns.
        try
        {
            Run(ClrExitReason.Instance).Wait(TotalTimeout);
        }
        catch (AggregateException cause)
        {
            _log.Warning(cause, "The coordinated shutdown on exit of the process failed: {0}", cause.GetBaseException().Message);
        }
    }
}
