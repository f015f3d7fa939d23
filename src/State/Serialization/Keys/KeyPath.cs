namespace Akka.Flink.State.Serialization.Keys;

/// <summary>Where in a key type a type was found.</summary>
/// <param name="Type">The type.</param>
internal sealed record KeyPath(Type Type)
{
    private KeyPath? Outer { get; init; }

    private string Member { get; init; } = "";

    /// <summary>The path to a member.</summary>
    /// <exception cref="StateException">The member's type contains itself.</exception>
    public KeyPath Into(string member, Type type)
    {
        var inner = new KeyPath(type) { Outer = this, Member = Member.Length == 0 ? member : $"{Member}.{member}" };
        for (var outer = this; outer is not null; outer = outer.Outer)
        {
            if (outer.Type == type)
                throw inner.Refuse(new KeyRefusal(
                    "contains itself", "Take the members that identify it, as a tuple or record without the cycle."));
        }

        return inner;
    }

    /// <summary>The error that the type there cannot be part of a key.</summary>
    public StateException Refuse(KeyRefusal refusal)
    {
        var root = this;
        while (root.Outer is not null)
            root = root.Outer;

        return SerializationErrors.NotAKey(root.Type, Member, Type, refusal.Reason, refusal.Advice);
    }
}
