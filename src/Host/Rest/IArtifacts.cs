namespace Akka.Flink.Host.Rest;

/// <summary>Uploaded programs, named by the hash of their content; every node reads them.</summary>
internal interface IArtifacts
{
    /// <summary>Whether one is there.</summary>
    /// <param name="hash">Its SHA-256, lower-case hexadecimal.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<bool> HasAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Keeps one.</summary>
    /// <param name="hash">What its content must hash to.</param>
    /// <param name="content">Its content; read to the end.</param>
    /// <param name="cancellationToken">Gives up; nothing is kept then.</param>
    /// <exception cref="FlinkException">The content has another hash, or cannot be written.</exception>
    Task PutAsync(string hash, Stream content, CancellationToken cancellationToken);
}
