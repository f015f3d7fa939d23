namespace Akka.Flink.Testing;

using System.Collections.Immutable;

/// <summary>A way to run a script that must not change what comes out.</summary>
/// <param name="Name">Its name, for messages.</param>
public sealed record HarnessMode(string Name)
{
    /// <summary>Records that follow each other arrive as one batch.</summary>
    public static readonly HarnessMode Whole = new("whole") { BatchSize = int.MaxValue };

    /// <summary>Each record arrives as a batch of its own.</summary>
    public static readonly HarnessMode OneByOne = new("one by one");

    /// <summary>Batches of two.</summary>
    public static readonly HarnessMode BatchesOfTwo = new("batches of two") { BatchSize = 2 };

    /// <summary>Batches of random sizes, from a seed that the name says.</summary>
    public static readonly HarnessMode RandomBatches = Random(17);

    /// <summary>A snapshot is taken after each step, and nothing else done.</summary>
    public static readonly HarnessMode SnapshotEachStep = new("snapshot after each step") { SnapshotsEachStep = true };

    /// <summary>After each step a snapshot is taken, and new operators go on from it.</summary>
    public static readonly HarnessMode RestoreEachStep = new("restore after each step") { RenewsEachStep = true };

    /// <summary>After each step a snapshot of what has changed is taken, and new operators go on from all of them together.</summary>
    public static readonly HarnessMode RestoreChangesEachStep = new("restore from changes after each step")
    {
        RenewsEachStep = true,
        Options = new() { IncrementalSnapshots = true },
    };

    /// <summary>After each step a snapshot begins, and is written in slices while the records of the next step are processed: new operators
    /// go on from it and process them again. Only what comes out of those counts, but functions see the records twice.</summary>
    public static readonly HarnessMode WrittenMeanwhile = new("snapshot written while records flow")
    {
        RenewsEachStep = true,
        WritesMeanwhile = true,
        Options = new() { IncrementalSnapshots = true },
    };

    /// <summary>The parallelism changes from 1 to 2 and back, with a step in between. Only the records between two watermarks are compared,
    /// in any order.</summary>
    public static readonly HarnessMode Rescale = new("rescale 1-2-1") { Rescales = true };

    /// <summary>The same from snapshots of what has changed: of three steps one is at parallelism 2.</summary>
    public static readonly HarnessMode RescaleChanges = new("rescale 1-2-1 from changes")
    {
        Rescales = true,
        Options = new() { IncrementalSnapshots = true },
    };

    /// <summary>The output takes one element at a time, and nothing for a while afterwards.</summary>
    public static readonly HarnessMode BlockedOutput = new("output blocked after each element")
    {
        BatchSize = int.MaxValue,
        Options = new() { BlockOutput = true },
    };

    /// <summary>All values go through bytes on every edge.</summary>
    public static readonly HarnessMode Serialized = new("values serialized")
    {
        BatchSize = int.MaxValue,
        Options = new() { ForceSerialization = true },
    };

    /// <summary>State hands out copies: a function that changes a value of its state without <c>Update</c> fails.</summary>
    public static readonly HarnessMode Copy = new("state copied") { Options = new() { CopyState = true } };

    /// <summary>All modes.</summary>
    public static ImmutableArray<HarnessMode> All { get; } =
    [
        Whole, OneByOne, BatchesOfTwo, RandomBatches, SnapshotEachStep, RestoreEachStep, RestoreChangesEachStep, WrittenMeanwhile,
        Rescale, RescaleChanges, BlockedOutput, Serialized, Copy,
    ];

    /// <summary>How many records a batch has at most.</summary>
    internal int BatchSize { get; init; } = 1;

    /// <summary>The seed of the sizes of batches; null when they are not random.</summary>
    internal int? Seed { get; init; }

    /// <summary>Whether a snapshot is taken after each step.</summary>
    internal bool SnapshotsEachStep { get; init; }

    /// <summary>Whether new operators go on after each step.</summary>
    internal bool RenewsEachStep { get; init; }

    /// <summary>Whether the records of the next step are processed while the snapshot of the last one is written.</summary>
    internal bool WritesMeanwhile { get; init; }

    /// <summary>Whether the parallelism changes after each step.</summary>
    internal bool Rescales { get; init; }

    /// <summary>How the harness runs.</summary>
    internal HarnessOptions Options { get; init; } = new();

    /// <summary>Batches of random sizes.</summary>
    /// <param name="seed">The seed of the sizes.</param>
    /// <returns>The mode.</returns>
    public static HarnessMode Random(int seed) => new($"random batches, seed {seed}") { BatchSize = 7, Seed = seed };

    /// <inheritdoc/>
    public override string ToString() => Name;
}
