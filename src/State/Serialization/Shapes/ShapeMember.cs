namespace Akka.Flink.State.Serialization.Shapes;

using System.Linq.Expressions;
using System.Reflection;

/// <summary>A property or field that belongs to a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Member">The property or field.</param>
/// <param name="Parameter">The parameter of the constructor that sets it, or null when it is assigned afterwards.</param>
internal sealed record ShapeMember(string Name, Type Type, MemberInfo Member, ParameterInfo? Parameter)
{
    /// <summary>Whether it can be changed once the object is made.</summary>
    public bool IsMutable => Member switch
    {
        PropertyInfo property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter),
        FieldInfo variable => !variable.IsInitOnly,
        _ => true,
    };

    /// <summary>Names it had in earlier versions of the program.</summary>
    public IEnumerable<string> PreviousNames =>
        Member.GetCustomAttributes<PreviousNameAttribute>()
            .Concat(Parameter?.GetCustomAttributes<PreviousNameAttribute>() ?? [])
            .Select(previous => previous.Name);

    /// <summary>Reads it from an object.</summary>
    public MemberExpression On(Expression target) => Expression.MakeMemberAccess(target, Member);

    private static bool IsInit(MethodInfo setter) =>
        Array.Exists(setter.ReturnParameter.GetRequiredCustomModifiers(), modifier => modifier.Name == "IsExternalInit");
}
