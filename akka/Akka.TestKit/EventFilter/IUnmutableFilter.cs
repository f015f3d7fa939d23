namespace Akka.TestKit;

/// <summary>Filters that mute until they are told to stop.</summary>
public interface IUnmutableFilter : IDisposable
{
    void Unmute();
}
