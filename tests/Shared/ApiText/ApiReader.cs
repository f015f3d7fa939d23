namespace Akka.Flink.Shared.ApiText;

using Microsoft.CodeAnalysis;

/// <summary>Reads the public and protected surface of an assembly.</summary>
/// <remarks>
/// What the compiler made by itself (the members of a record, accessors) is left out, as it is in the listings of the official API.
/// </remarks>
internal sealed class ApiReader
{
    private readonly TypeNames _names;
    private readonly MemberText _members;

    public ApiReader(bool nullability = false)
    {
        _names = new TypeNames(nullability);
        _members = new MemberText(_names);
    }

    /// <summary>All visible types, nested ones after the type around them.</summary>
    public IReadOnlyList<ApiType> Read(IAssemblySymbol assembly) =>
        [.. Types(assembly.GlobalNamespace).SelectMany(Visible).Select(Read)];

    /// <summary>Every type of the assembly, whoever may see it.</summary>
    public static IEnumerable<INamedTypeSymbol> All(IAssemblySymbol assembly) => Types(assembly.GlobalNamespace).SelectMany(WithNested);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(WithNested).Prepend(type);

    private static IEnumerable<INamedTypeSymbol> Visible(INamedTypeSymbol type) =>
        IsVisible(type) ? type.GetTypeMembers().SelectMany(Visible).Prepend(type) : [];

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsListed(ISymbol member) => IsVisible(member) && !IsCompilerGenerated(member) && member switch
    {
        IMethodSymbol method => method.MethodKind switch
        {
            MethodKind.Constructor => !(method.IsImplicitlyDeclared && method.ContainingType.IsValueType),
            MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion => true,
            _ => false,
        },
        IPropertySymbol property => !property.IsImplicitlyDeclared,
        IFieldSymbol field => field.Name != "value__",
        IEventSymbol => true,
        _ => false,
    };

    private static bool IsCompilerGenerated(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute")
        || member is IMethodSymbol { IsImplicitlyDeclared: true, MethodKind: not MethodKind.Constructor }
        || member is IPropertySymbol { Name: "EqualityContract" }
        || member is IFieldSymbol { IsImplicitlyDeclared: true };

    private static string Kind(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Enum } => "enum",
        { TypeKind: TypeKind.Struct } => "struct",
        { IsStatic: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string? Base(INamedTypeSymbol type, TypeNames names) =>
        type.TypeKind == TypeKind.Class && type.BaseType is { SpecialType: not SpecialType.System_Object } parent
            ? names.Use(parent)
            : null;

    private ApiType Read(INamedTypeSymbol type)
    {
        var written = TypeNames.Declare(type);
        if (type.TypeKind == TypeKind.Delegate)
            return new ApiType(TypeNames.Key(written), _members.Delegate(type), null, [], [], []);

        return new ApiType(
            TypeNames.Key(written),
            $"{MemberText.Access(type)} {Kind(type)} {written}{_members.Constraints(type.TypeParameters)}",
            Base(type, _names),
            Names(type.Interfaces.Concat(type.Interfaces.SelectMany(parent => parent.AllInterfaces))),
            Names(type.AllInterfaces),
            [.. type.GetMembers().Where(IsListed).Select(_members.Write)]);
    }

    private List<string> Names(IEnumerable<INamedTypeSymbol> interfaces) =>
        [.. interfaces.Where(IsSeenFromOutside).Select(_names.Use).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsSeenFromOutside(INamedTypeSymbol type) =>
        IsVisible(type) && (type.ContainingType is null || IsSeenFromOutside(type.ContainingType));
}
