namespace Akka.Flink.Host.Tests.Logging;

using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Flink.Host.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

public class MicrosoftLoggerTests
{
    [Fact]
    public async Task Writes_an_actors_log_with_its_class_as_category_and_its_values_as_fields()
    {
        using var log = new RecordingLoggerFactory();
        using var system = Start(log);

        system.ActorOf(Props.Create(() => new Talker()), "talker").Tell("hello");

        var entry = await log.Next(e => e.Category == typeof(Talker).FullName);
        Assert.Equal(LogLevel.Warning, entry.Level);
        Assert.Equal("Heard [hello] for the [1]st time.", entry.Text);
        Assert.Equal("Heard [{0}] for the [{1}]st time.", entry.Fields["{OriginalFormat}"]);
        Assert.Equal("hello", entry.Fields["0"]);
        Assert.Equal(1, entry.Fields["1"]);
        Assert.Contains("/user/talker", entry.Fields["ActorPath"]!.ToString());
        await system.Terminate();
    }

    [Fact]
    public async Task Passes_the_exception_of_an_error()
    {
        using var log = new RecordingLoggerFactory();
        using var system = Start(log);

        system.Log.Error(new InvalidOperationException("no more"), "It failed.");

        var entry = await log.Next(e => e.Level == LogLevel.Error);
        Assert.Equal("no more", Assert.IsType<InvalidOperationException>(entry.Exception).Message);
        await system.Terminate();
    }

    [Fact]
    public async Task Leaves_out_what_the_factory_does_not_want()
    {
        using var log = new RecordingLoggerFactory(minimum: LogLevel.Error);
        using var system = Start(log);

        system.Log.Warning("unwanted");
        system.Log.Error("wanted");

        var first = await log.Next(_ => true);
        Assert.Equal("wanted", first.Text);
        await system.Terminate();
    }

    [Fact]
    public async Task Says_on_standard_output_what_is_missing_when_only_the_configuration_names_it()
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(output));
        try
        {
            var config = MicrosoftLogger.Configuration.WithFallback("akka.logger-startup-timeout = 200ms");
            using var system = ActorSystem.Create("without-factory", config);
            await system.Terminate();
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Contains(nameof(MicrosoftLoggingExtensions.WithMicrosoftLogging), output.ToString());
    }

    private static ActorSystem Start(RecordingLoggerFactory log)
    {
        var setup = BootstrapSetup.Create()
            .WithConfig("akka.loglevel = DEBUG")
            .WithMicrosoftLogging(log);
        return ActorSystem.Create("logging", setup);
    }

    private sealed class Talker : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();
        private int _times;

        public Talker() => Receive<string>(text => _log.Warning("Heard [{0}] for the [{1}]st time.", text, ++_times));
    }
}
