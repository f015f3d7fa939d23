namespace Akka.Flink.Windowing;

/// <summary>A finite part of a stream, to which a window assigner assigns records.</summary>
/// <remarks>
/// <para>A window is a value and a part of the state's key: immutable, with value equality and a key codec, as records of such values have
/// by themselves.</para>
/// <para><b>Flink.</b> <c>Window</c>.</para>
/// </remarks>
public interface IWindow
{
    /// <summary>The last moment that still belongs to the window, in milliseconds since the epoch. It fires when its time reaches this,
    /// and its results bear it as their timestamp.</summary>
    long MaxTimestamp { get; }
}
