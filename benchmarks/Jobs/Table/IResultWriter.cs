namespace Akka.Flink.Jobs.Table;

/// <summary>Writes results, one after the other as they come.</summary>
internal interface IResultWriter
{
    /// <summary>Called once, before the first.</summary>
    void Begin();

    /// <summary>Writes one.</summary>
    /// <param name="row">The result.</param>
    void Write(ResultRow row);
}
