namespace Akka.Flink.Shared.ApiText;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

/// <summary>Built assemblies as symbols, with everything that this test process can load to resolve what they refer to.</summary>
internal sealed class AssemblySet
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Platform = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    private readonly List<MetadataReference> _extra;

    public AssemblySet(params IEnumerable<MetadataReference> extraAssemblies)
    {
        _extra = [.. extraAssemblies];
        Compilation = CSharpCompilation.Create("AssemblySet", references: Platform.Value.Concat(_extra), options: Library);
    }

    /// <summary>Knows every type of every assembly here.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The assemblies that were added to those of this process.</summary>
    public IEnumerable<IAssemblySymbol> Extra =>
        _extra.Select(reference => (IAssemblySymbol)Compilation.GetAssemblyOrModuleSymbol(reference)!);

    private static CSharpCompilationOptions Library => new(OutputKind.DynamicallyLinkedLibrary);

    /// <summary>An assembly file, for <see cref="AssemblySet"/> to read.</summary>
    public static MetadataReference Reference(string path) => MetadataReference.CreateFromFile(path);

    /// <summary>Compiles C# text into an assembly, for the checkers' own tests.</summary>
    public static MetadataReference Compile(string assemblyName, string source, params IEnumerable<MetadataReference> references)
    {
        var tree = CSharpSyntaxTree.ParseText(source);
        var compilation = CSharpCompilation.Create(assemblyName, [tree], Platform.Value.Concat(references), Library);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new ArgumentException($"The sample '{assemblyName}' does not compile: {string.Join("; ", result.Diagnostics)}");
    }

    /// <summary>An assembly of this process by its simple name, or null.</summary>
    public IAssemblySymbol? Find(string assemblyName) =>
        Compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == assemblyName);
}
