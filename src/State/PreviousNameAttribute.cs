namespace Akka.Flink.State;

/// <summary>Says what a property, parameter, field, enum member or type was called in an earlier version of the program, so that state
/// written then is still read.</summary>
/// <param name="name">The former name; of a type, with its namespace, unless it had a name by <see cref="SerializedAsAttribute"/>.</param>
/// <remarks><para><b>State.</b> Needed until no checkpoint or savepoint of the former version is restored any more; put one for each
/// former name.</para></remarks>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct
        | AttributeTargets.Enum | AttributeTargets.Parameter,
    AllowMultiple = true, Inherited = false)]
public sealed class PreviousNameAttribute(string name) : Attribute
{
    /// <summary>The former name.</summary>
    public string Name { get; } = name;
}
