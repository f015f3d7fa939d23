namespace Akka.Actor;

using System.Linq.Expressions;
using System.Reflection;

/// <summary>Evaluates the arguments of a <c>new</c> expression.</summary>
/// <remarks>Constants and captured variables, which most arguments are, are read directly: compiling an expression takes a thousand
/// times longer.</remarks>
internal static class NewArguments
{
    public static object[] Of(NewExpression creation)
    {
        var arguments = new object[creation.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Evaluate(creation.Arguments[i]);
        return arguments;
    }

    private static object Evaluate(Expression expression) =>
        TryRead(expression, out var value)
            ? value
            : Expression.Lambda<Func<object>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)();

    private static bool TryRead(Expression expression, out object value)
    {
        value = null;
        switch (expression)
        {
            case ConstantExpression constant:
                value = constant.Value;
                return true;

            case UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion
                when conversion.Type.IsAssignableFrom(conversion.Operand.Type):
                return TryRead(conversion.Operand, out value);

            case MemberExpression { Member: FieldInfo field } access:
                return TryReadOwner(access, out var fieldOwner) && Succeed(field.GetValue(fieldOwner), out value);

            case MemberExpression { Member: PropertyInfo property } access:
                return TryReadOwner(access, out var propertyOwner) && Succeed(property.GetValue(propertyOwner), out value);

            default:
                return false;
        }
    }

    private static bool TryReadOwner(MemberExpression access, out object owner)
    {
        owner = null;
        return access.Expression is null || (TryRead(access.Expression, out owner) && owner is not null);
    }

    private static bool Succeed(object result, out object value)
    {
        value = result;
        return true;
    }
}
