namespace Akka.Flink.Operators;

/// <summary>Finds what makes environments.</summary>
/// <remarks>In this order: the one that a host has set for the program that it runs; the engine, where the program references
/// <c>Akka.Flink.Host</c>; the synchronous driver.</remarks>
internal static class EnvironmentFactories
{
    private const string EngineType = "Akka.Flink.Host.Embedded.EmbeddedEnvironments, Akka.Flink.Host";

    private static readonly AsyncLocal<IEnvironmentFactory?> Ambient = new();
    private static readonly Lazy<IEnvironmentFactory> Found = new(() =>
        Type.GetType(EngineType, throwOnError: false) is { } engine
            ? (IEnvironmentFactory)Activator.CreateInstance(engine, nonPublic: true)!
            : new SynchronousEnvironments());

    /// <summary>What makes the environments of the program that is running.</summary>
    public static IEnvironmentFactory Current => Ambient.Value ?? Found.Value;

    /// <summary>Has another factory make the environments of everything that is called from here.</summary>
    /// <param name="factory">The factory; null for the usual one.</param>
    public static void Use(IEnvironmentFactory? factory) => Ambient.Value = factory;
}
