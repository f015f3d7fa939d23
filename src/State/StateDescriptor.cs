namespace Akka.Flink.State;

/// <summary>Names a state and says how long its values live.</summary>
/// <param name="name">The state's name, unique within its operator; restored state is found by it.</param>
/// <remarks><para><b>Flink.</b> <c>StateDescriptor</c>.</para></remarks>
/// <exception cref="ArgumentException"><paramref name="name"/> is null, empty or white space.</exception>
public abstract class StateDescriptor(string name)
{
    /// <summary>The state's name.</summary>
    public string Name { get; } = string.IsNullOrWhiteSpace(name)
        ? throw StateErrors.NoName(nameof(name))
        : name;

    /// <summary>How long values live; null (the default) for ever.</summary>
    public StateTtlConfig? TimeToLive { get; init; }
}
