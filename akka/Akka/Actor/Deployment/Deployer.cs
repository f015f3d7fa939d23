namespace Akka.Actor;

using System.Collections.Concurrent;
using Akka.Configuration;

/// <summary>What <c>akka.actor.deployment</c> says about actors by their path; <c>*</c> stands for any one name, <c>**</c> at the end
/// for any rest.</summary>
public class Deployer
{
    private const string DefaultKey = "default";

    protected readonly Config Default;

    private readonly ConcurrentDictionary<string, Deploy> _deployments = new();

    public Deployer(Settings settings)
    {
        var config = settings.Config.GetConfig("akka.actor.deployment");
        Default = config?.GetConfig(DefaultKey) ?? Config.Empty;
        if (config.IsNullOrEmpty())
            return;

        foreach (var (key, value) in config.AsEnumerable())
        {
            var path = key.Trim('"');
            if (path == DefaultKey || !value.IsObject())
                continue;

            // Called here as the derived deployers rely on it; they take nothing from their own constructor.
            if (ParseConfig(path, value.ToConfig()) is { } deploy)
                SetDeploy(deploy);
        }
    }

    /// <summary>What is said about the actor at <paramref name="path"/>, which counts from the root; <c>null</c> when that is
    /// nothing.</summary>
    public Deploy Lookup(ActorPath path)
    {
        if (_deployments.IsEmpty || path.Depth < 2 || path.ParentOf(1).Name != "user")
            return Deploy.None;

        return Lookup(path.Elements.Skip(1));
    }

    /// <summary>What is said about the actor at <paramref name="path"/>, which counts from the user guardian; <c>null</c> when that is
    /// nothing.</summary>
    public Deploy Lookup(IEnumerable<string> path)
    {
        var names = path.ToArray();
        if (_deployments.TryGetValue("/" + string.Join('/', names), out var exact))
            return exact;

        foreach (var (pattern, deploy) in _deployments)
        {
            if (pattern.Contains('*') && Matches(pattern.Split('/', StringSplitOptions.RemoveEmptyEntries), names))
                return deploy;
        }

        return Deploy.None;
    }

    public void SetDeploy(Deploy deploy)
    {
        foreach (var name in deploy.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!name.Contains('*') && !ActorPath.IsValidPathElement(name))
            {
                throw new IllegalActorNameException(
                    $"Illegal actor name [{name}] in deployment [{deploy.Path}]. Actor paths MUST: not start with `$`, include only ASCII "
                    + $"letters and can only contain these special characters: {ActorPath.ValidSymbols}.");
            }
        }

        _deployments[deploy.Path] = deploy;
    }

    public virtual Deploy ParseConfig(string key, Config config)
    {
        var deployment = config.WithFallback(Default);
        var router = deployment.GetString("router", "from-code");
        if (router != "from-code")
        {
            throw new ConfigurationException(
                $"The deployment of [{key}] asks for router [{router}], which this build does not have. "
                + $"Remove 'akka.actor.deployment.\"{key}\".router'.");
        }

        return new Deploy(
            key,
            deployment,
            Deploy.NoScopeGiven,
            deployment.GetString("dispatcher", Deploy.NoDispatcherGiven),
            deployment.GetString("mailbox", Deploy.NoMailboxGiven),
            deployment.GetInt("stash-capacity", Deploy.NoStashSize));
    }

    private static bool Matches(string[] pattern, string[] names)
    {
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "**" && i == pattern.Length - 1)
                return names.Length > i;
            if (i >= names.Length || (pattern[i] != "*" && pattern[i] != names[i]))
                return false;
        }

        return pattern.Length == names.Length;
    }
}
