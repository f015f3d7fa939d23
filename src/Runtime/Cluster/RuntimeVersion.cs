namespace Akka.Flink.Runtime;

using System.Reflection;

/// <summary>The version of Akka.Flink that a process runs.</summary>
internal static class RuntimeVersion
{
    /// <summary>Such as <c>1.0.0</c>.</summary>
    public static string Current { get; } = Read();

    private static string Read()
    {
        var version = typeof(RuntimeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return version?.Split('+')[0] ?? "unknown";   // behind the plus there is the commit, which is of no concern here
    }
}
