namespace Akka.Dispatch;

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Configuration;

/// <summary>Finds the type of mailbox for an actor: what its props, its dispatcher, its own requirements and the configuration
/// say.</summary>
public class Mailboxes
{
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";
    public static readonly string NoMailboxRequirement = "";

    private readonly ActorSystem _system;
    private readonly Settings _settings;
    private readonly ConcurrentDictionary<string, MailboxType> _types = new();
    private readonly ConcurrentDictionary<Type, Type> _requiredTypes = new();
    private readonly Dictionary<Type, string> _bindings = [];
    private readonly ConditionalWeakTable<Config, DispatcherMailbox> _ofDispatchers = [];
    private readonly DeadLetterMailbox _deadLetterMailbox;

    public Mailboxes(ActorSystem system)
    {
        _system = system;
        _settings = system.Settings;
        _deadLetterMailbox = new DeadLetterMailbox(system.DeadLetters);
        var requirements = _settings.Config.GetConfig("akka.actor.mailbox.requirements");
        if (requirements.IsNullOrEmpty())
            return;

        foreach (var (typeName, id) in ConfigEntries.Strings(requirements))
        {
            var type = Type.GetType(typeName) ?? throw new ConfigurationException(
                $"Mailbox requirement mapping [{typeName}] in 'akka.actor.mailbox.requirements' names a type that was not found.");
            _bindings[type] = id;
        }
    }

    public DeadLetterMailbox DeadLetterMailbox => _deadLetterMailbox;

    public bool HasRequiredType(Type actorType) => FindRequiredType(actorType) != typeof(void);

    public Type GetRequiredType(Type actorType) => FindRequiredType(actorType) is var type && type != typeof(void) ? type : null;

    /// <summary>Whether a type of mailbox says which queue it makes.</summary>
    public bool ProducesMessageQueue(Type mailboxType) => ProducedQueue(mailboxType) is not null;

    public MailboxType LookupByQueueType(Type queueType)
    {
        if (!_bindings.TryGetValue(queueType, out var id))
        {
            throw new ConfigurationException(
                $"Mailbox Mapping for [{queueType}] not configured. Add it to 'akka.actor.mailbox.requirements'.");
        }

        return Lookup(id);
    }

    public MailboxType Lookup(string id) => _types.GetOrAdd(id, static (key, mailboxes) => mailboxes.Create(key), this);

    public MailboxType GetMailboxType(Props props, Config dispatcherConfig)
    {
        dispatcherConfig ??= Config.Empty;
        var deploy = props.Deploy;
        var required = GetRequiredType(props.Type);
        var dispatcher = _ofDispatchers.GetValue(dispatcherConfig, DispatcherMailbox.Read);
        var dispatcherRequirement = dispatcher.Requirement;

        if (deploy.Mailbox != Deploy.NoMailboxGiven)
            return Verify(Lookup(deploy.Mailbox), props, required, dispatcherRequirement);

        if (deploy.Dispatcher != Deploy.NoDispatcherGiven && dispatcher.HasMailboxType)
            return Verify(Lookup(dispatcher.Id), props, required, dispatcherRequirement);

        if (required is not null)
            return Verify(LookupByQueueType(required), props, required, dispatcherRequirement);

        return dispatcherRequirement is not null
            ? Verify(LookupByQueueType(dispatcherRequirement), props, null, dispatcherRequirement)
            : Lookup(DefaultMailboxId);
    }

    /// <summary>How many messages a stash may hold; negative when there is no bound.</summary>
    public int StashCapacity(string dispatcher, string mailbox)
    {
        if (dispatcher == Dispatchers.DefaultDispatcherId && mailbox == DefaultMailboxId)
            return StashCapacityOf(DefaultMailboxId, Deploy.NoStashSize);

        var ofMailbox = mailbox == DefaultMailboxId ? Deploy.NoStashSize : StashCapacityOf(mailbox, Deploy.NoStashSize);
        var ofDispatcher = ofMailbox != Deploy.NoStashSize ? ofMailbox : StashCapacityOf(dispatcher, Deploy.NoStashSize);
        return ofDispatcher != Deploy.NoStashSize ? ofDispatcher : StashCapacityOf(DefaultMailboxId, Deploy.NoStashSize);
    }

    private static Type ProducedQueue(Type mailboxType)
    {
        foreach (var candidate in mailboxType.GetInterfaces())
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IProducesMessageQueue<>))
                return candidate.GetGenericArguments()[0];
        }

        return null;
    }

    private static Type SearchRequiredType(Type actorType)
    {
        foreach (var candidate in actorType.GetInterfaces())
        {
            if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IRequiresMessageQueue<>))
                return candidate.GetGenericArguments()[0];
        }

        return typeof(void);
    }

    private static MailboxType Verify(MailboxType mailboxType, Props props, Type required, Type dispatcherRequirement)
    {
        var produced = ProducedQueue(mailboxType.GetType());
        if (produced is null)
            return mailboxType;

        if (dispatcherRequirement is not null && !dispatcherRequirement.IsAssignableFrom(produced))
        {
            throw new ArgumentException(
                $"produced message queue type [{produced}] does not fulfill requirement for dispatcher [{props.Dispatcher}]. "
                + $"Must be a subclass of [{dispatcherRequirement}]");
        }

        if (required is not null && !required.IsAssignableFrom(produced))
        {
            throw new ArgumentException(
                $"produced message queue type of [{produced}] does not fulfill requirement for actor class [{props.Type}]. "
                + $"Must be a subclass of [{required}]");
        }

        return mailboxType;
    }

    private Type FindRequiredType(Type actorType) => _requiredTypes.GetOrAdd(actorType, SearchRequiredType);

    private int StashCapacityOf(string id, int orElse) =>
        _settings.Config.HasPath(id + ".stash-capacity") ? _settings.Config.GetInt(id + ".stash-capacity", orElse) : orElse;

    private MailboxType Create(string id)
    {
        switch (id)
        {
            case "unbounded":
                return new UnboundedMailbox();
            case "bounded":
                return new BoundedMailbox(_settings, GetConfig(id));
        }

        if (!_settings.Config.HasPath(id))
            throw new ConfigurationException($"Mailbox Type [{id}] not configured");

        var config = GetConfig(id);
        var typeName = config.GetString("mailbox-type", "");
        if (string.IsNullOrEmpty(typeName))
            throw new ConfigurationException($"The setting mailbox-type defined in [{id}] is empty");

        var type = Type.GetType(typeName) ?? throw new ConfigurationException(
            $"Found mailbox-type [{typeName}] in configuration for [{id}], but could not find that type in any loaded assemblies.");
        return (MailboxType)Activator.CreateInstance(type, _settings, config);
    }

    private Config GetConfig(string id) =>
        ConfigurationFactory.ParseString($"id:\"{id}\"")
            .SafeWithFallback(_settings.Config.GetConfig(id))
            .SafeWithFallback(_settings.Config.GetConfig(DefaultMailboxId));

    /// <summary>What the section of a dispatcher says about mailboxes.</summary>
    private sealed record DispatcherMailbox(string Id, bool HasMailboxType, Type Requirement)
    {
        public static DispatcherMailbox Read(Config config) => new(
            config.GetString("id"), !string.IsNullOrEmpty(config.GetString("mailbox-type", "")), ReadRequirement(config));

        private static Type ReadRequirement(Config config)
        {
            var name = config.GetString("mailbox-requirement", NoMailboxRequirement);
            if (string.IsNullOrEmpty(name))
                return null;

            return Type.GetType(name) ?? throw new ConfigurationException(
                $"The 'mailbox-requirement' [{name}] of dispatcher [{config.GetString("id")}] names a type that was not found.");
        }
    }
}
