namespace Akka.Flink.Shared.ApiText;

using System.Globalization;
using Microsoft.CodeAnalysis;

/// <summary>One member as a line of text: modifiers, types, parameter names, defaults, constraints.</summary>
/// <remarks>
/// The form is that of the listings of the official API: a visible setter reads <c>set;</c> whoever may call it,
/// <c>protected internal</c> reads <c>protected</c>, an operator is named by its sign.
/// </remarks>
internal sealed class MemberText(TypeNames names)
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Equality"] = "==",
        ["op_Inequality"] = "!=",
        ["op_Addition"] = "+",
        ["op_Subtraction"] = "-",
        ["op_Multiply"] = "*",
        ["op_Division"] = "/",
        ["op_LessThan"] = "<",
        ["op_GreaterThan"] = ">",
        ["op_LessThanOrEqual"] = "<=",
        ["op_GreaterThanOrEqual"] = ">=",
        ["op_BitwiseAnd"] = "&",
        ["op_BitwiseOr"] = "|",
        ["op_LogicalNot"] = "!",
    };

    public string Write(ISymbol member) => member switch
    {
        IMethodSymbol method => Method(method),
        IPropertySymbol property => Property(property),
        IEventSymbol @event => $"{Modifiers(@event)}event {names.Use(@event.Type)} {@event.Name}",
        IFieldSymbol field => Field(field),
        _ => throw new ArgumentException($"A {member.Kind} has no text: {member}."),
    };

    public string Delegate(INamedTypeSymbol type)
    {
        var invoke = type.DelegateInvokeMethod!;
        return $"{Access(type)} delegate {names.Use(invoke.ReturnType)} {type.Name}{Generic(type.TypeParameters)}" +
               $"({Parameters(invoke.Parameters)}){Constraints(type.TypeParameters)}";
    }

    public static string Access(ISymbol symbol) => symbol.DeclaredAccessibility == Accessibility.Public ? "public" : "protected";

    /// <summary>A space and the <c>where</c> clauses, or nothing.</summary>
    public string Constraints(IEnumerable<ITypeParameterSymbol> parameters) => string.Concat(parameters.Select(Constraint));

    private static string Modifiers(ISymbol member)
    {
        if (member.ContainingType.TypeKind == TypeKind.Interface)
            return member.IsStatic ? "static " : "";
        var how = member switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsOverride: true, IsSealed: true } => "sealed override ",
            { IsOverride: true } => "override ",
            { IsVirtual: true } => "virtual ",
            _ => "",
        };
        return $"{Access(member)} {how}";
    }

    private static string Generic(IReadOnlyCollection<ITypeParameterSymbol> parameters) =>
        parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => parameter.Name))}>";

    private static bool Visible(IMethodSymbol? accessor) => accessor?.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text.Replace("\\", @"\\").Replace("\"", "\\\"")}\"",
        char character => $"'{character}'",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "u",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private string Method(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return $"{Access(method)} {method.ContainingType.Name}({Parameters(method.Parameters)})";
        var name = Operators.GetValueOrDefault(method.Name, method.Name);
        var reference = method.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };
        return $"{Modifiers(method)}{reference}{names.Use(method.ReturnType)} {name}{Generic(method.TypeParameters)}" +
               $"({Parameters(method.Parameters, method.IsExtensionMethod)}){Constraints(method.TypeParameters)}";
    }

    private string Property(IPropertySymbol property)
    {
        var name = property.IsIndexer ? $"this[{Parameters(property.Parameters)}]" : property.Name;
        var get = Visible(property.GetMethod) ? "get; " : "";
        var set = Visible(property.SetMethod) ? "set; " : "";
        return $"{Modifiers(property)}{names.Use(property.Type)} {name} {{ {get}{set}}}";
    }

    private string Field(IFieldSymbol field)
    {
        if (field.ContainingType.TypeKind == TypeKind.Enum)
            return $"{field.Name} = {field.ConstantValue}";
        if (field.IsConst)
            return $"{Access(field)} const {names.Use(field.Type)} {field.Name} = {Literal(field.ConstantValue)}";
        var isStatic = field.IsStatic ? "static " : "";
        var isReadOnly = field.IsReadOnly ? "readonly " : "";
        return $"{Access(field)} {isStatic}{isReadOnly}{names.Use(field.Type)} {field.Name}";
    }

    private string Parameters(IEnumerable<IParameterSymbol> parameters, bool extension = false) =>
        (extension ? "this " : "") + string.Join(", ", parameters.Select(Parameter));

    private string Parameter(IParameterSymbol parameter)
    {
        var passing = parameter switch
        {
            { IsParams: true } => "params ",
            { RefKind: RefKind.Ref } => "ref ",
            { RefKind: RefKind.Out } => "out ",
            { RefKind: RefKind.In } => "in ",
            _ => "",
        };
        var value = parameter.HasExplicitDefaultValue ? " = " + Literal(parameter.ExplicitDefaultValue) : "";
        return $"{passing}{names.Use(parameter.Type)} {parameter.Name}{value}";
    }

    private string Constraint(ITypeParameterSymbol parameter)
    {
        List<string> parts = [];
        if (parameter.HasReferenceTypeConstraint)
            parts.Add("class");
        if (parameter.HasValueTypeConstraint)
            parts.Add("struct");
        if (parameter.HasNotNullConstraint)
            parts.Add("notnull");
        parts.AddRange(parameter.ConstraintTypes.Select(names.Use));
        if (parameter.HasConstructorConstraint && !parameter.HasValueTypeConstraint)
            parts.Add("new ()");
        return parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }
}
