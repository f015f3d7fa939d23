namespace Akka.Flink.Testing;

/// <summary>Whether writing state fails.</summary>
/// <remarks><para><b>Threads.</b> Any.</para></remarks>
internal sealed class CheckpointFaults
{
    private volatile bool _fail;

    public bool Fail
    {
        get => _fail;
        set => _fail = value;
    }
}
