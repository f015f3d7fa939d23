namespace Akka.Flink.Shared.ApiText;

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

/// <summary>
/// Names of types as the listings write them: full names, C# keywords for the primitives, tuples and nullables spelled out.
/// </summary>
/// <param name="nullability">Whether reference types carry their question mark.</param>
internal sealed partial class TypeNames(bool nullability)
{
    /// <summary>A type where it is used.</summary>
    public string Use(ITypeSymbol type) => Plain(type) + (Marked(type) ? "?" : "");

    /// <summary>A type where it is declared: with the type parameters of the types around it, and their variance.</summary>
    public static string Declare(INamedTypeSymbol type)
    {
        var parameters = TypeParameters(type).ToList();
        var arguments = parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(Variance))}>";
        return (type.ContainingType is { } outer ? Declare(outer) : Namespace(type)) + "." + type.Name + arguments;
    }

    /// <summary>Written name to look-up name: <c>A.B&lt;out T&gt;.C</c> to <c>A.B`1.C</c>.</summary>
    public static string Key(string written)
    {
        var key = written;
        while (Innermost().IsMatch(key))
            key = Innermost().Replace(key, match => "`" + (match.Groups[1].Value.Count(c => c == ',') + 1));
        return key;
    }

    [GeneratedRegex("<([^<>]*)>")]
    private static partial Regex Innermost();

    private static IEnumerable<ITypeParameterSymbol> TypeParameters(INamedTypeSymbol type)
    {
        if (type is { ContainingType: null } or { IsGenericType: false })
            return type.TypeParameters;
        return TypeParameters(type.ContainingType).Concat(type.TypeParameters);
    }

    private static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch
    {
        VarianceKind.Out => "out " + parameter.Name,
        VarianceKind.In => "in " + parameter.Name,
        _ => parameter.Name,
    };

    private static string Namespace(ISymbol type) => type.ContainingNamespace.ToDisplayString();

    private static string? Keyword(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Object => "object",
        SpecialType.System_Void => "void",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "ulong",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_String => "string",
        _ => null,
    };

    private bool Marked(ITypeSymbol type) => nullability && type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;

    private string Plain(ITypeSymbol type) => Keyword(type) ?? type switch
    {
        IArrayTypeSymbol array => $"{Use(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        IPointerTypeSymbol pointer => Use(pointer.PointedAtType) + "*",
        IDynamicTypeSymbol => "object",
        INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } tuple } => Named(tuple),
        INamedTypeSymbol named => Named(named),
        _ => type.Name,
    };

    private string Named(INamedTypeSymbol type)
    {
        var arguments = type.TypeArguments.Length == 0 ? "" : $"<{string.Join(", ", type.TypeArguments.Select(Use))}>";
        return (type.ContainingType is { } outer ? Named(outer) : Namespace(type)) + "." + type.Name + arguments;
    }
}
