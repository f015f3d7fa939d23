namespace Akka.Flink.Jobs.Engine;

using Akka.Flink.Functions;

/// <summary><c>join</c>: a row for each pair.</summary>
internal sealed class MakeRows : ProcessJoinFunction<Side, Side, Row>
{
    public override void ProcessElement(Side left, Side right, Context context, ICollector<Row> output) =>
        output.Collect(new Row(left.Event.Key, left.Event.Value, right.Event.Value, left.Event.TimestampMs ^ right.Event.TimestampMs));
}
