namespace Akka.Actor.Internal;

/// <summary>An actor that has something to do after its constructor and before <c>PreStart</c>.</summary>
public interface IInitializableActor
{
    void Init();
}
