namespace Akka.Flink.State.Serialization.Shapes;

using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using System.Text;

/// <summary>What reflection says of the members of a type.</summary>
internal static class ShapeReflection
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Public properties that can be read and public fields, those of base types first, each name once.</summary>
    public static MemberInfo[] Candidates(Type type)
    {
        var byName = new Dictionary<string, MemberInfo>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var level in Levels(type))
        {
            foreach (var member in level.GetMembers(Declared).Where(IsCandidate).OrderBy(member => member.MetadataToken))
            {
                if (!byName.ContainsKey(member.Name))
                    order.Add(member.Name);
                byName[member.Name] = member;
            }
        }

        return [.. order.Select(name => byName[name])];
    }

    /// <summary>The type of a property or field.</summary>
    public static Type TypeOf(MemberInfo member) => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    /// <summary>Whether a member can be set on a new object.</summary>
    public static bool IsAssignable(MemberInfo member) =>
        member is PropertyInfo property ? property.SetMethod is { IsPublic: true } : member is FieldInfo { IsInitOnly: false };

    /// <summary>The name of an instance field that belongs to none of the members; null when there is none.</summary>
    public static string? Uncovered(Type type, List<ShapeMember> members)
    {
        foreach (var level in Levels(type))
        {
            foreach (var field in level.GetFields(Declared))
            {
                if (!field.IsDefined(typeof(NonSerializedAttribute)) && !members.Exists(member => Backs(field, member))
                    && !IsIgnored(field, level))
                {
                    return Plain(field.Name);
                }
            }
        }

        return null;
    }

    /// <summary>Whether a type is an anonymous one.</summary>
    public static bool IsAnonymous(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    /// <summary>Whether a type is one of .NET's tuples.</summary>
    public static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type) && type.Namespace == nameof(System);

    /// <summary>Whether a struct has what the compiler gives to record structs.</summary>
    public static bool HasPrintMembers(Type type) => type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)]) is not null;

    private static IEnumerable<Type> Levels(Type type)
    {
        var levels = new Stack<Type>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
            levels.Push(level);

        return levels;
    }

    private static bool IsCandidate(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
            && !property.IsDefined(typeof(IgnoreDataMemberAttribute)) && !property.PropertyType.IsByRef
            && !property.PropertyType.IsByRefLike,
        FieldInfo field => field.IsPublic && !field.IsDefined(typeof(NonSerializedAttribute)),
        _ => false,
    };

    private static bool Backs(FieldInfo field, ShapeMember member) =>
        field == member.Member
        || (field.FieldType == member.Type && string.Equals(Plain(field.Name), member.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsIgnored(FieldInfo field, Type level) =>
        level.GetProperty(Plain(field.Name), Declared) is { } property && property.IsDefined(typeof(IgnoreDataMemberAttribute));

    /// <summary>The name as the program has it: of <c>&lt;Name&gt;k__BackingField</c>, <c>_name</c>, <c>m_name</c>.</summary>
    private static string Plain(string name)
    {
        if (name.StartsWith('<'))
            return name[1..name.IndexOf('>', StringComparison.Ordinal)];

        return name.StartsWith("m_", StringComparison.Ordinal) ? name[2..] : name.TrimStart('_');
    }
}
