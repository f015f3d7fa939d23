namespace Akka.Coordination;

using System.Collections.Concurrent;
using System.Reflection;
using Akka.Actor;
using Akka.Configuration;

/// <summary>Makes the leases of an actor system, each once for its name, section and owner.</summary>
public class LeaseProvider : IExtension
{
    private const string Defaults = "akka.coordination.lease";

    private readonly ExtendedActorSystem _system;
    private readonly ConcurrentDictionary<(string Lease, string Path, string Owner), Lazy<Lease>> _leases = new();

    public LeaseProvider(ExtendedActorSystem system)
    {
        _system = system;
        system.Settings.InjectTopLevelFallback(DefaultConfig());
    }

    public static LeaseProvider Get(ActorSystem system) => system.WithExtension<LeaseProvider, LeaseProviderExtensionProvider>();

    public static Config DefaultConfig() => ConfigurationFactory.FromResource<LeaseProvider>("Akka.Coordination.reference.conf");

    /// <summary>The lease of this name for this owner, made by what the section at <paramref name="configPath"/> says.</summary>
    public Lease GetLease(string leaseName, string configPath, string ownerName) => _leases
        .GetOrAdd((leaseName, configPath, ownerName), key => new Lazy<Lease>(() => Make(key.Lease, key.Path, key.Owner)))
        .Value;

    private Lease Make(string leaseName, string configPath, string ownerName)
    {
        var section = _system.Settings.Config.GetConfig(configPath);
        if (section is null || section.IsEmpty)
        {
            throw new ArgumentException(
                $"Lease [{leaseName}] of [{ownerName}] is to be made by the section '{configPath}', which is not in the configuration. " +
                "Add it with 'lease-class' and the settings of that class.",
                nameof(configPath));
        }

        var config = section.WithFallback(_system.Settings.Config.GetConfig(Defaults));
        return Instance(LeaseType(config, configPath), LeaseSettings.Create(config, leaseName, ownerName), configPath);
    }

    private static Type LeaseType(Config config, string configPath)
    {
        var name = config.GetString("lease-class");
        var type = string.IsNullOrEmpty(name) ? null : Type.GetType(name);
        return type is not null && typeof(Lease).IsAssignableFrom(type) ? type : throw new ConfigurationException(
            $"'{configPath}.lease-class' is [{name}], which is no Lease that can be found. " +
            "Write it as 'Namespace.Type, Assembly', and reference the assembly.");
    }

    private Lease Instance(Type type, LeaseSettings settings, string configPath)
    {
        try
        {
            var takesSystem = type.GetConstructor([typeof(LeaseSettings), typeof(ExtendedActorSystem)]) is not null;
            return (Lease)(takesSystem ? Activator.CreateInstance(type, settings, _system) : Activator.CreateInstance(type, settings));
        }
        catch (MissingMethodException cause)
        {
            throw new ConfigurationException(
                $"'{configPath}.lease-class' is [{type}], which has no public constructor that takes LeaseSettings, or LeaseSettings " +
                "and ExtendedActorSystem. Give it one.",
                cause);
        }
        catch (TargetInvocationException cause) when (cause.InnerException is not null)
        {
            throw new ConfigurationException(
                $"'{configPath}.lease-class' is [{type}], which could not be made: {cause.InnerException.Message}", cause.InnerException);
        }
    }
}
