namespace Akka.Flink.AkkaContract.Tests.EventStreams;

using Akka.Actor;
using Akka.Event;
using Akka.Flink.AkkaContract.Tests.Support;

[Trait("promise", "logging")]
public sealed class LoggingTests() : ContractTest(Logger + "akka.loglevel = INFO")
{
    private const string Logger = """
        akka.loggers = ["Akka.Flink.AkkaContract.Tests.EventStreams.RecordingLogger, Akka.Flink.AkkaContract.Tests"]

        """;

    [Fact]
    public void A_configured_logger_gets_each_entry_with_level_and_formatted_text()
    {
        var probe = Listen();
        var log = Logging.GetLogger(Sys, "here");

        log.Info("plain");
        log.Info("{0} of {1}", 1, "two");
        log.Warning("careful, {0}", 3.5);
        log.Error("broken {0}", 'x');

        Assert.Equal((LogLevel.InfoLevel, "plain"), Next(probe));
        Assert.Equal((LogLevel.InfoLevel, "1 of two"), Next(probe));
        Assert.Equal((LogLevel.WarningLevel, "careful, 3.5"), Next(probe));
        Assert.Equal((LogLevel.ErrorLevel, "broken x"), Next(probe));
    }

    [Fact]
    public void Debug_is_suppressed_at_level_info()
    {
        var probe = Listen();
        var log = Logging.GetLogger(Sys, "here");

        log.Debug("hidden");
        log.Info("shown");

        Assert.Equal((LogLevel.InfoLevel, "shown"), Next(probe));
        Assert.False(log.IsDebugEnabled);
        Assert.True(log.IsInfoEnabled);
        Assert.False(log.IsEnabled(LogLevel.DebugLevel));
    }

    [Fact]
    public void Debug_is_shown_at_level_debug()
    {
        using var system = ActorSystem.Create("debugging", Patient + Logger + "akka.loglevel = DEBUG");
        var listener = system.ActorOf(new Script { Receive = (_, message) => TestActor.Tell(message) }.ToProps());
        system.EventStream.Subscribe(listener, typeof(Logged));
        var log = Logging.GetLogger(system, "here");

        log.Debug("shown {0}", 1);

        Assert.True(log.IsDebugEnabled);
        FishForMessage<Logged>(entry => entry.Level == LogLevel.DebugLevel && entry.Text == "shown 1", Deadline);
    }

    [Fact]
    public void The_level_may_be_changed_while_the_system_runs()
    {
        var probe = Listen();

        Sys.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        Logging.GetLogger(Sys, "later").Warning("hidden");
        Logging.GetLogger(Sys, "later").Error("shown");

        Assert.Equal((LogLevel.ErrorLevel, "shown"), Next(probe));
        Assert.Equal(LogLevel.ErrorLevel, Sys.EventStream.LogLevel);
    }

    [Fact]
    public void An_entry_carries_the_exception()
    {
        var probe = Listen();
        var cause = new FormatException("no");

        Sys.Log.Error(cause, "broken {0}", 1);

        var entry = probe.ExpectMsg<Logged>();
        Assert.Same(cause, entry.Cause);
        Assert.Equal("broken 1", entry.Text);
    }

    [Fact]
    public void The_entry_of_an_actor_names_its_path_and_class()
    {
        var probe = Listen();
        var actor = Sys.ActorOf(Props.Create(() => new Talkative()), "talkative");

        actor.Tell("hello");

        var entry = probe.ExpectMsg<Logged>();
        Assert.Contains("/user/talkative", entry.Source, StringComparison.Ordinal);
        Assert.Equal(typeof(Talkative), entry.Class);
        Assert.Equal("got [hello]", entry.Text);
    }

    [Fact]
    public void A_failure_that_a_supervisor_handles_is_logged_as_an_error()
    {
        var probe = Listen();
        var actor = Act((_, _) => { });
        var failure = new FormatException("no");

        actor.Tell(failure);

        var entry = probe.FishForMessage<Logged>(logged => logged.Level == LogLevel.ErrorLevel, Deadline);
        Assert.Same(failure, entry.Cause);
        Assert.Contains(actor.Path.ToStringWithoutAddress(), entry.Source, StringComparison.Ordinal);
    }

    private Akka.TestKit.TestProbe Listen()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe, typeof(Logged));
        return probe;
    }

    private static (LogLevel, string?) Next(Akka.TestKit.TestProbe probe)
    {
        var entry = probe.ExpectMsg<Logged>();
        return (entry.Level, entry.Text);
    }

    private sealed class Talkative : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Talkative() => Receive<string>(text => _log.Info("got [{0}]", text));
    }
}
