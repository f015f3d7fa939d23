namespace Akka.Flink.Runtime.Tests.Storage;

using Akka.Flink.Runtime.Tests.Storage.Support;
using FsCheck;
using FsCheck.Fluent;

public class SegmentReferencesTests
{
    private static readonly SegmentId A = new("s-0-1-0-0-1");
    private static readonly SegmentId B = new("s-0-1-0-0-2");
    private static readonly SegmentId C = new("s-0-1-0-0-3");

    private static readonly Arbitrary<(int Subtasks, int Retained, int[] Steps)> Lives =
        (from subtasks in Gen.Choose(1, 3)
         from retained in Gen.Choose(1, 3)
         from steps in Gen.Choose(0, 999).ListOf(300)
         select (subtasks, retained, steps.ToArray())).ToArbitrary();

    [Fact]
    public void Never_frees_a_segment_that_is_named_and_frees_all_others_in_the_end() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Lives, life =>
        {
            var job = new CheckpointedJob(life.Subtasks, life.Retained);
            foreach (var step in life.Steps)
                job.Do(step);
            job.Restart();
        }));

    [Fact]
    public void Frees_a_segment_with_the_last_checkpoint_that_names_it()
    {
        var references = new SegmentReferences();
        references.Complete(Id(1), [A]);
        references.Complete(Id(2), [A, B]);
        references.Complete(Id(3), [B]);

        Assert.Empty(references.Release([Id(1)]));
        Assert.Equal([A], references.Release([Id(2)]));
        Assert.Empty(references.Release([Id(2)]));
        Assert.Equal([B], references.Named);
    }

    [Fact]
    public void Keeps_what_a_pending_checkpoint_names()
    {
        var references = new SegmentReferences();
        references.Complete(Id(1), [A]);
        references.Complete(Id(2), [B]);
        references.Acknowledge(Id(3), [A, C]);

        Assert.Empty(references.Release([Id(1)]));
    }

    [Fact]
    public void Keeps_what_an_aborted_checkpoint_named_until_a_later_one_does_without_it()
    {
        var references = new SegmentReferences();
        references.Complete(Id(1), [A]);
        references.Acknowledge(Id(2), [B]);
        references.Abort(Id(2));
        references.Complete(Id(3), [B]);
        var afterThird = references.Release([Id(1)]);
        references.Complete(Id(4), [C]);

        Assert.Equal([A], afterThird);
        Assert.Equal([B], references.Release([Id(3)]));
    }

    [Fact]
    public void Frees_what_only_an_aborted_checkpoint_named_once_a_later_one_does_without_it()
    {
        var references = new SegmentReferences();
        references.Complete(Id(1), [A]);
        references.Acknowledge(Id(2), [B]);
        references.Abort(Id(2));
        references.Complete(Id(3), [C]);

        Assert.Equal([A, B], references.Release([Id(1)]));
    }

    [Fact]
    public void Calls_orphans_what_earlier_attempts_left_and_nobody_names()
    {
        var references = new SegmentReferences();
        references.Complete(new CheckpointId(2, 9), [new SegmentId("s-0-1-0-0-1")]);
        SegmentId[] existing =
        [
            new("s-0-1-0-0-1"), new("s-0-1-0-0-2"), new("s-0-2-0-0-1"), new("s-0-3-0-0-1"), new("s-0-4-0-0-1"), new("unreadable"),
        ];

        Assert.Equal([new SegmentId("s-0-1-0-0-2"), new SegmentId("s-0-2-0-0-1")], references.Orphans(existing, 3));
    }

    [Fact]
    public void Finds_the_segments_that_handles_name()
    {
        var keyed = new KeyedStateHandle(0, 127, [new SegmentRange(A, 1, 3), new SegmentRange(B, 1, 1)], 1000);
        OperatorStateHandle[] parts = [new("source", [], null), new("window", [], keyed)];

        Assert.Equal([A, B], SegmentReferences.SegmentsOf(parts));
    }

    private static CheckpointId Id(long number) => new(1, number);
}
