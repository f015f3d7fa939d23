namespace Akka.Flink.State.Snapshots;

/// <summary>What an entry of a chunk says. The numbers stand in chunks and never change.</summary>
internal enum EntryKind
{
    /// <summary>Key and value.</summary>
    Put = 0,

    /// <summary>A key that is gone.</summary>
    Remove = 1,

    /// <summary>A namespace that is gone, with all its keys.</summary>
    Drop = 2,
}
