using Akka.Flink.Jobs.Cli;

var parsed = CommandLine.Create().Parse(args);
if (parsed.Errors.Count == 0)
    return parsed.Invoke();

foreach (var error in parsed.Errors)
    Console.Error.WriteLine(error.Message);
return CommandLine.UsageExit;
