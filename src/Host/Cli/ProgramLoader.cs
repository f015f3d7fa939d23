namespace Akka.Flink.Host.Cli;

using System.Reflection;

/// <summary>Finds where a program begins, and calls it.</summary>
internal static class ProgramLoader
{
    /// <summary>Runs a program to the end of its entry point.</summary>
    /// <param name="assemblyPath">Its assembly.</param>
    /// <param name="className">The class whose <c>Main</c> is called; null for the assembly's entry point.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>What it returned; 0 where it returns nothing.</returns>
    /// <exception cref="UsageException">There is no such assembly, class or entry point.</exception>
    public static Task<int> RunAsync(string assemblyPath, string? className, string[] args) =>
        InvokeAsync(Load(assemblyPath), className, args);

    /// <summary>Runs a program that is loaded.</summary>
    /// <param name="assembly">Its assembly.</param>
    /// <param name="className">The class whose <c>Main</c> is called; null for the assembly's entry point.</param>
    /// <param name="args">Its arguments.</param>
    /// <returns>What it returned; 0 where it returns nothing.</returns>
    /// <exception cref="UsageException">There is no such class or entry point.</exception>
    public static async Task<int> InvokeAsync(Assembly assembly, string? className, string[] args)
    {
        var entry = Find(assembly, className);
        var takesArguments = entry.GetParameters().Length > 0;
        var result = entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, takesArguments ? [args] : null, null);
        switch (result)
        {
            case Task<int> task:
                return await task.ConfigureAwait(false);
            case Task task:
                await task.ConfigureAwait(false);
                return 0;
            default:
                return result as int? ?? 0;
        }
    }

    /// <summary>Loads a program into a context of its own.</summary>
    /// <param name="path">Its assembly.</param>
    /// <exception cref="UsageException">There is no such assembly.</exception>
    public static Assembly Load(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
            throw CliErrors.NoAssembly(path);

        try
        {
            return new ProgramContext(full).LoadFromAssemblyPath(full);
        }
        catch (Exception cause) when (cause is BadImageFormatException or IOException)
        {
            throw CliErrors.NotAnAssembly(path, cause);
        }
    }

    private static MethodInfo Find(Assembly assembly, string? className)
    {
        var name = assembly.GetName().Name!;
        if (className is null)
            return assembly.EntryPoint ?? throw CliErrors.NoEntryPoint(name);

        var mains = assembly.GetTypes()
            .Select(type => (Name: type.FullName ?? type.Name, Main: MainOf(type, assembly.EntryPoint)))
            .Where(each => each.Main is not null)
            .ToDictionary(each => each.Name, each => each.Main!);
        var found = mains.Keys.FirstOrDefault(each => each == className)
            ?? mains.Keys.FirstOrDefault(each => each.EndsWith("." + className, StringComparison.Ordinal));
        return found is null ? throw CliErrors.UnknownClass(className, name, [.. mains.Keys.Order()]) : mains[found];
    }

    private static MethodInfo? MainOf(Type type, MethodInfo? entry) => type == entry?.DeclaringType ? entry : type
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        .FirstOrDefault(method => method.Name == "Main"
            && TakesArgumentsOrNothing(method.GetParameters()));

    private static bool TakesArgumentsOrNothing(ParameterInfo[] parameters) =>
        parameters.Length == 0 || (parameters.Length == 1 && parameters[0].ParameterType == typeof(string[]));
}
