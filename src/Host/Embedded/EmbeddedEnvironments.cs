namespace Akka.Flink.Host.Embedded;

using Akka.Flink.Operators;
using Akka.Flink.Runtime;

/// <summary>Makes environments of programs whose jobs run on an engine in this process.</summary>
/// <remarks>Found by name where a program references this assembly; set by the command line for programs that it loads.</remarks>
internal sealed class EmbeddedEnvironments : IEnvironmentFactory
{
    private readonly EngineOptions? _options;

    /// <summary>For a program in a process of its own: its command line says how it was started.</summary>
    public EmbeddedEnvironments()
    {
    }

    /// <summary>For a program that the command line loads.</summary>
    /// <param name="options">How it was started.</param>
    public EmbeddedEnvironments(EngineOptions options) => _options = options;

    public StreamExecutionEnvironment Create(IReadOnlyList<string> args)
    {
        if (_options is null)
            ProcessEnd.OnUnhandledErrors();
        var options = _options ?? EngineOptions.OfProcess(args);
        var configuration = FlinkConfiguration.Load(options.AllFiles(), EnvironmentVariables.All(), options.Assignments);
        var reader = new SettingsReader(configuration);
        var pipeline = PipelineSettings.From(reader);
        JobSettings.From(reader, null, CheckpointingMode.ExactlyOnce);
        var host = HostSettings.From(reader);
        reader.ThrowIfWrong();
        return ConfiguredEnvironment.Create(new EmbeddedExecutor(options, configuration, pipeline, host), configuration, pipeline);
    }
}
