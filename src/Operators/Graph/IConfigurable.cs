namespace Akka.Flink;

/// <summary>A source or a sink that settings may override.</summary>
public interface IConfigurable
{
    /// <summary>Called when the graph of the job is made, before any enumerator, reader, writer or committer.</summary>
    /// <param name="settings">What was set.</param>
    /// <remarks>A graph may be made more than once of a program: the last call holds.</remarks>
    /// <exception cref="JobException">What was set makes no sense, or the source or sink cannot do what it was built for
    /// (<see cref="ErrorDomain.Definition"/>).</exception>
    void Configure(ISettings settings);
}
