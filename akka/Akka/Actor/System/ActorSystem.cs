namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Util;

/// <summary>A tree of actors with what they share: dispatchers, scheduler, event stream, extensions.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    private readonly long _startTimestamp = global::System.Diagnostics.Stopwatch.GetTimestamp();

    public abstract Settings Settings { get; }

    public abstract string Name { get; }

    public abstract Akka.Serialization.Serialization Serialization { get; }

    public abstract EventStream EventStream { get; }

    public abstract IActorRef DeadLetters { get; }

    public abstract IActorRef IgnoreRef { get; }

    public abstract Dispatchers Dispatchers { get; }

    public abstract Mailboxes Mailboxes { get; }

    public abstract IScheduler Scheduler { get; }

    public abstract ILoggingAdapter Log { get; }

    /// <summary>Completes when all actors have ended and all that was registered by <see cref="RegisterOnTermination"/> has run.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>When the system was made, since the machine was started.</summary>
    public TimeSpan StartTime { get; } = MonotonicClock.Elapsed;

    public TimeSpan Uptime => global::System.Diagnostics.Stopwatch.GetElapsedTime(_startTimestamp);

    public static ActorSystem Create(string name) => Start(name, ConfigurationFactory.Load(), ActorSystemSetup.Empty);

    public static ActorSystem Create(string name, Config config) => Start(name, config, ActorSystemSetup.Empty);

    public static ActorSystem Create(string name, BootstrapSetup setup) => Create(name, ActorSystemSetup.Create(setup));

    public static ActorSystem Create(string name, ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>();
        var config = bootstrap.HasValue && bootstrap.Value.Config.HasValue ? bootstrap.Value.Config.Value : ConfigurationFactory.Load();
        return Start(name, config, setup);
    }

    public abstract IActorRef ActorOf(Props props, string name = null);

    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    public abstract ActorSelection ActorSelection(string actorPath);

    public abstract void Stop(IActorRef actor);

    public abstract object GetExtension(IExtensionId extensionId);

    public abstract T GetExtension<T>()
        where T : class, IExtension;

    public abstract bool HasExtension(Type type);

    public abstract bool HasExtension<T>()
        where T : class, IExtension;

    public abstract bool TryGetExtension(Type extensionType, out object extension);

    public abstract bool TryGetExtension<T>(out T extension)
        where T : class, IExtension;

    public abstract object RegisterExtension(IExtensionId extension);

    public abstract void RegisterOnTermination(Action code);

    public abstract Task Terminate();

    public void Dispose()
    {
        Terminate().Wait();
        GC.SuppressFinalize(this);
    }

    private static ActorSystemImpl Start(string name, Config config, ActorSystemSetup setup)
    {
        var system = new ActorSystemImpl(name, config, setup, Option<Props>.None);
        system.Start();
        return system;
    }
}
