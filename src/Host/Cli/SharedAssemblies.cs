namespace Akka.Flink.Host.Cli;

using System.Reflection;
using System.Runtime.Loader;

/// <summary>Which assemblies a program shares with the engine that runs it, so that their types are the same on both sides.</summary>
/// <remarks>
/// Those of Akka and Akka.Flink, whatever version the program was built with; and those of .NET and of the abstractions that .NET's host
/// builder is made of, unless the program needs a later version than is here. All others are the program's own, though the engine may use
/// another version of the same library.
/// </remarks>
internal static class SharedAssemblies
{
    private const string Abstractions = "Microsoft.Extensions.";

    private static readonly HashSet<string> Framework = FrameworkNames();

    /// <summary>Whether the engine's assembly serves a program that asks for this one.</summary>
    /// <param name="name">What the program asks for.</param>
    public static bool Serve(AssemblyName name)
    {
        var simple = name.Name ?? "";
        if (IsEngine(simple))
            return Find(simple) is not null;

        return (Framework.Contains(simple) || simple.StartsWith(Abstractions, StringComparison.Ordinal))
            && Find(simple) is { } here
            && (name.Version is null || here >= name.Version);
    }

    /// <summary>Whether an assembly is Akka's or ours by its name. A program may call its own so, too: then it is not here.</summary>
    private static bool IsEngine(string name) => name == "Akka" || name.StartsWith("Akka.", StringComparison.Ordinal);

    private static Version? Find(string name)
    {
        try
        {
            return AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name)).GetName().Version;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static HashSet<string> FrameworkNames()
    {
        var all = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        return [.. all.Where(IsOfFramework).Select(path => Path.GetFileNameWithoutExtension(path))];
    }

    // Beside the core library, or in the folder of another framework: .../shared/NAME/VERSION.
    private static bool IsOfFramework(string path)
    {
        var folder = Path.GetDirectoryName(path);
        return folder is not null
            && (folder == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(folder))) == "shared");
    }
}
