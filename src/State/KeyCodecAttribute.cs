namespace Akka.Flink.State;

/// <summary>Names the key codec of a type that has equality of its own.</summary>
/// <param name="codecType">A struct that implements <see cref="IKeyCodec{TKey}"/> for the type, and whose <c>default</c> is a complete
/// instance.</param>
/// <remarks><para><b>State.</b> The codec's hash decides on which subtask a key lives, and its bytes are in checkpoints: neither may
/// ever change.</para></remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class KeyCodecAttribute(Type codecType) : Attribute
{
    /// <summary>The codec's type.</summary>
    public Type CodecType { get; } = codecType;
}
