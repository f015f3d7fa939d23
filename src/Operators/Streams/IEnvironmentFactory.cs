namespace Akka.Flink.Operators;

/// <summary>Makes the environment of a program: whoever runs programs puts an engine and a configuration beneath them.</summary>
public interface IEnvironmentFactory
{
    /// <summary>Makes an environment.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <returns>A new environment.</returns>
    StreamExecutionEnvironment Create(IReadOnlyList<string> args);
}
