namespace Akka.Flink.Runtime;

/// <summary>Every way in which keeping and reading chunks fails, in one place.</summary>
internal static class StorageErrors
{
    public static StorageException BadSegmentName(string name) => new(ErrorDomain.Internal,
        $"'{name}' cannot name a segment. Use 1 to 200 lower-case letters, digits and dashes, as SegmentNames makes them.");

    public static StorageException Closed(SegmentId segment) => new(ErrorDomain.Internal,
        $"A chunk was appended to segment '{segment}', which its writer had closed. Open a new segment.");

    public static StorageException BadRange(SegmentRange range) => new(ErrorDomain.Internal,
        $"Chunks {range.First} to {range.Last} of segment '{range.Segment}' are no range: chunks count from 1. " +
        "The handle is damaged: restore an older checkpoint.");

    public static StorageException SegmentExists(SegmentId segment, string where) => new(ErrorDomain.Internal,
        $"Segment '{segment}' is already in {where}, so two writers use one name. " +
        "If another process runs this job on the same storage, stop it; the next attempt writes to segments of its own.");

    public static StorageException WriteFailed(SegmentId segment, long chunk, string where, Exception cause) => new(ErrorDomain.External,
        $"Chunk {chunk} of segment '{segment}' could not be written to {where}: {cause.Message} " +
        "Nothing more of this segment is written; a new attempt continues from the last completed checkpoint. " +
        "Make sure there is room and that the place can be written to.", cause);

    public static StorageException Stopped(SegmentId segment, string where) => new(ErrorDomain.External,
        $"Segment '{segment}' in {where} was still being written when the store stopped. " +
        "What was reported as persisted is there; a new attempt continues from the last completed checkpoint.");

    public static StorageException Missing(SegmentRange range, long chunk, string where) => new(ErrorDomain.Internal,
        $"Chunk {chunk} of segment '{range.Segment}' is missing in {where}; chunks {range.First} to {range.Last} were to be read. " +
        "If the storage was restored from a copy or is not the one that the checkpoint was written to, bring the right one back; " +
        "otherwise restore an older checkpoint.")
    {
        IsDamage = true,
    };

    public static StorageException Damaged(SegmentRange range, long chunk, string where, string damage) => new(ErrorDomain.Internal,
        $"Chunk {chunk} of segment '{range.Segment}' in {where} is damaged: {damage} " +
        "Look at the disk and the system log, restore the storage from a copy, or restore an older checkpoint.")
    {
        IsDamage = true,
    };

    public static StorageException Unreadable(SegmentRange range, string where, Exception cause) => new(ErrorDomain.External,
        $"Chunks {range.First} to {range.Last} of segment '{range.Segment}' could not be read from {where}: {cause.Message}", cause);

    public static StorageException ReadTimedOut(SegmentRange range, string where, TimeSpan timeout) => new(ErrorDomain.External,
        $"Chunks {range.First} to {range.Last} of segment '{range.Segment}' could not be read: {where} has not answered for {timeout}. " +
        "Look at the load of the database and the disk beneath it; a new attempt reads again.");

    public static StorageException DeleteFailed(SegmentId segment, string where, Exception cause) => new(ErrorDomain.External,
        $"Segment '{segment}' could not be deleted from {where}: {cause.Message} It takes up room only, and is tried again.", cause);

    public static StorageException IndexFailed(string where, Exception cause) => new(ErrorDomain.External,
        $"The list of segments in {where} could not be read or written: {cause.Message}", cause);

    public static StorageException UnknownEvent(string what) => new(ErrorDomain.Internal,
        $"'{what}' is nothing that the journal of chunks holds. Run the version that wrote it, or a newer one.");

    public static StorageException StoreStopped(string where) => new(ErrorDomain.External,
        $"The chunk store of {where} has stopped. Ask again after the node has started anew.");

    public static StorageException NoDirectory(string directory, Exception cause) => new(ErrorDomain.External,
        $"The directory '{directory}' cannot be used for chunks: {cause.Message} Let this process create, read and write it.", cause);
}
