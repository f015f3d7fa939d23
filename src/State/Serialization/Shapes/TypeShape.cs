namespace Akka.Flink.State.Serialization.Shapes;

using System.Reflection;

/// <summary>What a record, tuple, struct or plain class consists of: the members that make up a value, and the constructor that makes
/// one from them.</summary>
/// <remarks>
/// Members are the public properties and fields that hold something; those the constructor takes come first, in its order, then the
/// others, those of base types before those of the type.
/// A type that holds something which no public member shows has a <see cref="Problem"/>: writing and reading it would lose that.
/// </remarks>
internal sealed class TypeShape
{
    private TypeShape(Type type, ConstructorInfo? constructor, ShapeMember[] members, string? problem)
    {
        Type = type;
        Constructor = constructor;
        Members = members;
        Problem = problem;
    }

    /// <summary>The type.</summary>
    public Type Type { get; }

    /// <summary>The constructor; null for a struct that is made by <c>default</c>.</summary>
    public ConstructorInfo? Constructor { get; }

    /// <summary>The members, in the order of the bytes.</summary>
    public ShapeMember[] Members { get; }

    /// <summary>Why values cannot be taken apart and made again; null when they can.</summary>
    public string? Problem { get; }

    /// <summary>Whether members can be changed after construction; a struct is a value of its own wherever it is, so it has none.</summary>
    public bool IsMutable => !Type.IsValueType && Array.Exists(Members, member => member.IsMutable);

    /// <summary>Whether the compiler made the type's equality and copying: a record, record struct or anonymous type.</summary>
    public bool IsRecord => IsRecordType(Type);

    /// <summary>Finds the shape of a type.</summary>
    public static TypeShape Of(Type type)
    {
        var candidates = ShapeReflection.Candidates(type);
        var reason = "it has no public constructor whose parameters are its properties";
        foreach (var constructor in Constructors(type))
        {
            if (TryMembers(type, constructor, candidates, out var members, out var missing))
                return new TypeShape(type, constructor, members, null);
            if (missing.Length > 0)
                reason = missing;
        }

        return new TypeShape(type, null, [], reason);
    }

    /// <summary>Whether a type is a record, record struct or anonymous type.</summary>
    public static bool IsRecordType(Type type) =>
        type.GetMethod("<Clone>$") is not null || ShapeReflection.IsAnonymous(type)
        || (type.IsValueType && ShapeReflection.HasPrintMembers(type));

    private static IEnumerable<ConstructorInfo?> Constructors(Type type)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public);
        if (type.IsValueType)
            return constructors.OrderByDescending(constructor => constructor.GetParameters().Length).Append(null);

        return IsRecordType(type)
            ? constructors.OrderByDescending(constructor => constructor.GetParameters().Length)
            : constructors
                .OrderBy(constructor => constructor.GetParameters().Length > 0)
                .ThenByDescending(constructor => constructor.GetParameters().Length);
    }

    private static bool TryMembers(
        Type type, ConstructorInfo? constructor, MemberInfo[] candidates, out ShapeMember[] members, out string missing)
    {
        members = [];
        missing = "";
        var parameters = constructor?.GetParameters() ?? [];
        var taken = new List<ShapeMember>();
        for (var i = 0; i < parameters.Length; i++)
        {
            var member = Array.Find(candidates, candidate => Matches(parameters[i], candidate));
            if (member is null || taken.Exists(other => other.Member == member))
                return false;

            taken.Add(new ShapeMember(member.Name, ShapeReflection.TypeOf(member), member, parameters[i]));
        }

        foreach (var member in candidates)
        {
            if (!taken.Exists(other => other.Member == member) && ShapeReflection.IsAssignable(member))
                taken.Add(new ShapeMember(member.Name, ShapeReflection.TypeOf(member), member, null));
        }

        members = [.. taken];
        if (ShapeReflection.Uncovered(type, taken) is { } field)
            missing = $"it keeps '{field}', which no public member both shows and sets";
        return missing.Length == 0;
    }

    private static bool Matches(ParameterInfo parameter, MemberInfo member) =>
        string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)
        && parameter.ParameterType == ShapeReflection.TypeOf(member);
}
