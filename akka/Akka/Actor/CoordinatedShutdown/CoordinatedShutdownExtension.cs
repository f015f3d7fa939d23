namespace Akka.Actor;

/// <summary>Makes the coordinated shutdown of a system from its configuration.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system)
    {
        var shutdown = new CoordinatedShutdown(system, CoordinatedShutdownSettings.From(system.Settings.Config));
        shutdown.AddTerminationOfSystem();
        shutdown.AddProcessExitHook();
        return shutdown;
    }
}
