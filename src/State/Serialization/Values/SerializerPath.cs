namespace Akka.Flink.State.Serialization.Values;

/// <summary>Where in a type a type was found.</summary>
/// <param name="Type">The type.</param>
internal sealed record SerializerPath(Type Type)
{
    private Type? Root { get; init; }

    private string Member { get; init; } = "";

    /// <summary>The path to a member.</summary>
    public SerializerPath Into(string member, Type type) =>
        new(type) { Root = Root ?? Type, Member = Member.Length == 0 ? member : $"{Member}.{member}" };

    /// <summary>The error that the type there cannot be serialized.</summary>
    public StateException Refuse(string reason, string advice) =>
        SerializationErrors.NotSerializable(Root ?? Type, Member, Type, reason, advice);
}
