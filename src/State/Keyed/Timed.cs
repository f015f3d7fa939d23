namespace Akka.Flink.State.Keyed;

/// <summary>A value and when it was last renewed, in milliseconds since the epoch.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
/// <param name="atMs">When it was last renewed.</param>
internal struct Timed<T>(T value, long atMs)
{
    /// <summary>The value.</summary>
    public T Value = value;

    /// <summary>When it was last renewed.</summary>
    public long AtMs = atMs;
}
