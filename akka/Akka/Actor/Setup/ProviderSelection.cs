namespace Akka.Actor;

/// <summary>Which provider of references a system has: what lies beyond its own process.</summary>
public abstract class ProviderSelection
{
    internal const string RemoteProvider = "Akka.Remote.RemoteActorRefProvider, Akka.Remote";
    internal const string ClusterProvider = "Akka.Cluster.ClusterActorRefProvider, Akka.Cluster";

    private ProviderSelection(string identifier, string fqn, bool hasCluster)
    {
        Identifier = identifier;
        Fqn = fqn;
        HasCluster = hasCluster;
    }

    internal string Identifier { get; }

    internal string Fqn { get; }

    internal bool HasCluster { get; }

    internal static ProviderSelection GetProvider(string providerClass)
    {
        switch (providerClass)
        {
            case "local":
                return Local.Instance;
            case "remote":
                return Remote.Instance;
            case "cluster":
                return Cluster.Instance;
        }

        if (providerClass == Local.Instance.Fqn)
            return Local.Instance;
        if (providerClass == RemoteProvider)
            return Remote.Instance;
        return providerClass == ClusterProvider ? Cluster.Instance : new Custom(providerClass);
    }

    /// <summary>Nothing lies beyond the process.</summary>
    public sealed class Local : ProviderSelection
    {
        public static readonly Local Instance = new();

        private Local()
            : base("local", typeof(LocalActorRefProvider).FullName, false)
        {
        }
    }

    /// <summary>Other systems can be reached by their address.</summary>
    public sealed class Remote : ProviderSelection
    {
        public static readonly Remote Instance = new();

        private Remote()
            : base("remote", RemoteProvider, false)
        {
        }
    }

    /// <summary>The system is a member of a cluster.</summary>
    public sealed class Cluster : ProviderSelection
    {
        public static readonly Cluster Instance = new();

        private Cluster()
            : base("cluster", ClusterProvider, true)
        {
        }
    }

    /// <summary>A provider by the name of its type.</summary>
    public sealed class Custom : ProviderSelection
    {
        public Custom(string fqn, string identifier = null, bool hasCluster = false)
            : base(identifier ?? fqn, fqn, hasCluster)
        {
        }
    }
}
