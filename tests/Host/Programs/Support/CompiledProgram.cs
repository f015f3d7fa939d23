namespace Akka.Flink.Host.Tests.Programs.Support;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

/// <summary>Makes assemblies of source, as a user's build does.</summary>
internal static class CompiledProgram
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Akka.Flink;

        """;

    private static readonly Lazy<MetadataReference[]> Platform = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Spectre.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>Compiles a program whose statements are given.</summary>
    /// <returns>The path of its assembly.</returns>
    public static string Compile(string folder, string name, string source, params string[] references) =>
        Emit(folder, name, Usings + source, OutputKind.ConsoleApplication, references);

    /// <summary>Compiles a library of some version.</summary>
    /// <returns>The path of its assembly.</returns>
    public static string CompileLibrary(string folder, string name, string version, string source) => Emit(
        folder, name, $"[assembly: System.Reflection.AssemblyVersion(\"{version}\")]\n{source}", OutputKind.DynamicallyLinkedLibrary, []);

    private static string Emit(string folder, string name, string source, OutputKind kind, string[] references)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. Platform.Value, .. references.Select(reference => MetadataReference.CreateFromFile(reference))],
            new CSharpCompilationOptions(kind, deterministic: true));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return path;
    }
}
