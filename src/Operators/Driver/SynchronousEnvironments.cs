namespace Akka.Flink.Operators;

using System.Globalization;

/// <summary>Makes environments whose jobs run on the synchronous driver.</summary>
internal sealed class SynchronousEnvironments : IEnvironmentFactory
{
    public StreamExecutionEnvironment Create(IReadOnlyList<string> args)
    {
        var environment = new StreamExecutionEnvironment(SynchronousExecutor.Instance);
        var position = args.ToList().IndexOf("--parallelism");
        if (position < 0)
            return environment;
        if (position + 1 == args.Count || !int.TryParse(args[position + 1], CultureInfo.InvariantCulture, out var parallelism))
            throw OperatorErrors.NoParallelismBehindArgument(nameof(args));

        return environment.SetParallelism(parallelism);
    }
}
