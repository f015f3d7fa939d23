namespace Akka.Configuration;

using System.Runtime.Serialization;
using Akka.Actor;

/// <summary>Thrown when a configuration cannot be read, or says something that its reader cannot use.</summary>
public class ConfigurationException : AkkaException
{
    public ConfigurationException(string message)
        : base(message)
    {
    }

    public ConfigurationException(string message, Exception exception)
        : base(message, exception)
    {
    }

    protected ConfigurationException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }

    public static ConfigurationException NullOrEmptyConfig<T>(string path = null) =>
        string.IsNullOrWhiteSpace(path)
            ? new ConfigurationException($"Failed to instantiate {typeof(T).Name}: Configuration is null or empty.")
            : new ConfigurationException($"Failed to instantiate {typeof(T).Name}: Configuration does not contain `{path}` node");
}
