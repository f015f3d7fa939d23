namespace Akka.Flink.Windowing;

/// <summary>The one window that all records of a key are in. It has no end.</summary>
/// <remarks><para><b>Flink.</b> <c>GlobalWindow</c>.</para></remarks>
public readonly record struct GlobalWindow : IWindow
{
    /// <summary>The largest long.</summary>
    public long MaxTimestamp => long.MaxValue;

    /// <inheritdoc/>
    public override string ToString() => "the global window";
}
