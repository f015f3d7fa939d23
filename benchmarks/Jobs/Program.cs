using Akka.Flink.Jobs.Cli;

var parsed = CommandLine.Create().Parse(args);
var errors = CommandLine.ErrorsOf(parsed);
if (errors.Count == 0)
    return parsed.Invoke();

foreach (var error in errors)
    Console.Error.WriteLine(error);
return CommandLine.UsageExit;
