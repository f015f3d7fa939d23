namespace Akka.Flink.Runtime;

/// <summary>What one operator of a subtask has counted.</summary>
/// <param name="Uid">The operator.</param>
/// <param name="Name">Its name.</param>
/// <param name="RecordsIn">Records that came in.</param>
/// <param name="RecordsOut">Records that went out.</param>
/// <param name="WatermarkMs">The last watermark; the smallest long before the first.</param>
/// <param name="Counters">Other counters by name, such as <c>numLateRecordsDropped</c>.</param>
internal sealed record OperatorMetricsSample(
    string Uid, string Name, long RecordsIn, long RecordsOut, long WatermarkMs, IReadOnlyDictionary<string, long> Counters);
