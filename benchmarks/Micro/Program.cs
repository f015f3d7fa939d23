using Akka.Flink.MicroBenchmarks;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// [FILTER]: a part of names such as Timer or KeyIndex.Index, or a pattern such as '*Timer*'; without one, all.
if (args.Length > 1 || (args.Length == 1 && args[0].StartsWith('-')))
{
    Console.Error.WriteLine($"'{string.Join(' ', args)}' is not understood: give at most one filter, such as Timer or '*KeyIndex*'.");
    return 2;
}

var filter = args.Length == 0 ? "*" : args[0].Contains('*', StringComparison.Ordinal) ? args[0] : $"*{args[0]}*";
var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);   // this process has been built for exactly this
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddLogger(ConsoleLogger.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .WithArtifactsPath(Path.Combine("artifacts", "bench", "micro"));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(KeyIndexBenchmarks).Assembly).Run(["--filter", filter], config).ToList();
if (summaries.Any(summary => summary.BenchmarksCases.Length > 0))
    return summaries.All(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;

Console.Error.WriteLine($"No benchmark matches '{filter}'. There are: {string.Join(", ", Names())}.");
return 2;

static IEnumerable<string> Names() => typeof(KeyIndexBenchmarks).Assembly.GetTypes()
    .SelectMany(type => type.GetMethods())
    .Where(method => method.IsDefined(typeof(BenchmarkDotNet.Attributes.BenchmarkAttribute), false))
    .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
