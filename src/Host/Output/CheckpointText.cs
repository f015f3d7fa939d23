namespace Akka.Flink.Host.Output;

using Akka.Flink.Runtime;

/// <summary>A checkpoint in a few words.</summary>
internal static class CheckpointText
{
    public static string Of(CheckpointDone done, DateTimeOffset now)
    {
        var age = now > done.At ? now - done.At : TimeSpan.Zero;
        return $"checkpoint {done.Checkpoint.Number} {Figures.Time(age)} ago, took {done.DurationMs} ms, " +
            $"wrote {Figures.Size(done.WrittenBytes)}, state {Figures.Size(done.StateBytes)}";
    }
}
