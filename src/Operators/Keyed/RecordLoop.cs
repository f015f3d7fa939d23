namespace Akka.Flink.Operators;

/// <summary>Processes records whose keys are resolved: for each sets the slot and the output's timestamp, calls the function, and stops
/// when the outputs take no more.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="batch">The records.</param>
/// <param name="from">The first one.</param>
/// <param name="slots">Their slots, by position.</param>
/// <returns>The first record that was not processed.</returns>
internal delegate int RecordLoop<T>(RecordBatch<T> batch, int from, ReadOnlySpan<int> slots);
