namespace Akka.Flink.State;

/// <summary>Names a type's own serializer.</summary>
/// <param name="serializerType">A class with a constructor without parameters that implements <see cref="ITypeSerializer{T}"/> for the
/// type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface, Inherited = false)]
public sealed class TypeSerializerAttribute(Type serializerType) : Attribute
{
    /// <summary>The serializer's type.</summary>
    public Type SerializerType { get; } = serializerType;
}
