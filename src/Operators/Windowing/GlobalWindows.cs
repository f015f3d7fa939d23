namespace Akka.Flink.Windowing;

using Akka.Flink.Operators;

/// <summary>One window for all records of a key. It has no end: a trigger says when it fires, and a purge or an evictor what
/// goes.</summary>
/// <remarks>
/// <para><b>Output.</b> Has the largest long as timestamp.</para>
/// <para><b>State.</b> Whatever is not purged or evicted stays for ever.</para>
/// <para><b>Time.</b> No record is late.</para>
/// <para><b>Flink.</b> <c>GlobalWindows</c>.</para>
/// </remarks>
/// <example><code source="samples/Docs/Windows.cs" region="global-window" /></example>
public sealed class GlobalWindows : WindowAssigner<GlobalWindow>
{
    private GlobalWindows(Trigger trigger) => DefaultTrigger = trigger;

    /// <inheritdoc/>
    public override bool IsEventTime => false;

    /// <inheritdoc/>
    public override Trigger DefaultTrigger { get; }

    /// <summary>Windows that never fire unless the stream is given a trigger.</summary>
    /// <returns>The assigner.</returns>
    public static GlobalWindows Create() => new(NeverTrigger.Create());

    /// <summary>Windows that fire at the end of a bounded input.</summary>
    /// <returns>The assigner.</returns>
    public static GlobalWindows CreateWithEndOfStreamTrigger() => new(new EndOfStreamTrigger());

    /// <inheritdoc/>
    public override void AssignWindows(long timeMs, ICollection<GlobalWindow> windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        windows.Add(default);
    }
}
