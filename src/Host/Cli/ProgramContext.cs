namespace Akka.Flink.Host.Cli;

using System.Reflection;
using System.Runtime.Loader;

/// <summary>Loads a program: what belongs to .NET, Akka and Akka.Flink is shared with the engine, the rest is the program's own. See
/// <see cref="SharedAssemblies"/>.</summary>
/// <param name="assembly">The path of its assembly.</param>
internal sealed class ProgramContext(string assembly) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(assembly))
{
    private readonly AssemblyDependencyResolver _resolver = new(assembly);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (SharedAssemblies.Serve(assemblyName))
            return null;

        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
