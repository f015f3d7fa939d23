namespace Akka.Flink.State.Serialization.Values;

/// <summary>A serializer whose parts are found after it, because they may lead back to it.</summary>
internal interface IComposite
{
    /// <summary>Connects the parts.</summary>
    void Connect(Serializer[] members);
}
