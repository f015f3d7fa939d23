namespace Akka.Flink.State;

/// <summary>Gives a type a name in serialized data that does not depend on what the class is called, and makes it a known subtype of
/// its base types and interfaces.</summary>
/// <param name="name">The name, unique among the types that share a base type.</param>
/// <remarks>
/// A value declared as an interface, an abstract class or a class with subclasses is written with the name of its actual type. The
/// subtypes that may occur are those of the base type's assembly
/// with this attribute and those registered by <see cref="TypeSerializers.RegisterSubtype{TBase, T}"/>; bytes never name a type of .NET.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class SerializedAsAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
