namespace Akka.Flink.Operators;

using System.Linq.Expressions;
using System.Reflection;

/// <summary>Compiles a copy of a record with one member replaced: for structs and tuples, records, classes with settable members, and types
/// with a constructor of all their properties.</summary>
internal static class MemberReplacement
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly MethodInfo ShallowCopy = typeof(object).GetMethod("MemberwiseClone", Instance)!;

    /// <summary>Builds the expression.</summary>
    /// <param name="method">The name of the method, for errors.</param>
    /// <param name="record">The record.</param>
    /// <param name="member">The member.</param>
    /// <param name="value">What takes its place.</param>
    /// <exception cref="JobException">The type cannot be copied in this way.</exception>
    public static Expression Build(string method, Expression record, MemberInfo member, Expression value)
    {
        var type = record.Type;
        if (!IsSettable(member))
            return Reconstruct(method, record, member, value);

        var copied = type.IsValueType
            ? record
            : Expression.Convert(
                type.GetMethod("<Clone>$", Instance) is { } clone ? Expression.Call(record, clone)
                    : Expression.Call(record, ShallowCopy), type);
        var copy = Expression.Variable(type, "copy");
        return Expression.Block(
            [copy], Expression.Assign(copy, copied), Expression.Assign(Expression.MakeMemberAccess(copy, member), value), copy);
    }

    private static bool IsSettable(MemberInfo member) => member switch
    {
        FieldInfo field => !field.IsInitOnly && !field.IsLiteral,
        PropertyInfo property => property.SetMethod is not null,
        _ => false,
    };

    private static NewExpression Reconstruct(string method, Expression record, MemberInfo member, Expression value)
    {
        var properties = record.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public);
        var constructor = record.Type.GetConstructors().FirstOrDefault(each =>
            each.GetParameters() is var parameters && parameters.Length == properties.Length && parameters.All(
                parameter => Find(properties, parameter) is not null));
        if (constructor is null)
            throw OperatorErrors.NotReplaceable(
                method, record.Type, member.Name, "the member cannot be set, and no constructor takes exactly the type's properties");

        var arguments = constructor.GetParameters().Select(parameter => Find(properties, parameter)!)
            .Select(property => property.Name == member.Name ? value : Expression.Property(record, property));
        return Expression.New(constructor, arguments);
    }

    private static PropertyInfo? Find(PropertyInfo[] properties, ParameterInfo parameter) => Array.Find(
        properties, property =>
            string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && property.PropertyType == parameter.ParameterType);
}
