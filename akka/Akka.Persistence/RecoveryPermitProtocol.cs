namespace Akka.Persistence;

/// <summary>What persistent actors and the <see cref="RecoveryPermitter"/> say to each other.</summary>
internal static class RecoveryPermitProtocol
{
    public sealed class RequestPermit
    {
        public static readonly RequestPermit Instance = new();
    }

    public sealed class PermitGranted
    {
        public static readonly PermitGranted Instance = new();
    }

    public sealed class ReturnPermit
    {
        public static readonly ReturnPermit Instance = new();
    }
}
