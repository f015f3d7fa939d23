namespace Akka.Flink;

/// <summary>Whose turn it is when something fails. Restart strategies decide by this, never by the text.</summary>
public enum ErrorDomain
{
    /// <summary>The graph, a type or the configuration is wrong. A restart would fail alike, so the job fails at once.</summary>
    Definition,

    /// <summary>A function of the user threw. The restart strategy decides, unless the exception is marked unrecoverable.</summary>
    Function,

    /// <summary>Another system failed. A restart may help.</summary>
    External,

    /// <summary>We failed. A restart may help; a report does.</summary>
    Internal,
}
