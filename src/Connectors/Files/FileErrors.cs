namespace Akka.Flink.Connectors.Files;

using Akka.Flink.Sinks;
using Akka.Flink.Sources;

/// <summary>Every way in which reading and writing files fails, in one place.</summary>
internal static class FileErrors
{
    public static ArgumentException NoPaths(string parameter) =>
        new("A source over files was given no path. Name at least one file or folder.", parameter);

    public static JobException Missing(string path) => new(ErrorDomain.Definition,
        $"'{path}', which a source is to read, is neither a file nor a folder. Correct the path, or put the input there first.");

    public static JobException Vanished(string path) => new(ErrorDomain.External,
        $"'{path}', which a source watches, is not there any more. Put it back: the job goes on with what is new.");

    public static JobException Unlisted(string path, Exception cause) => new(ErrorDomain.External,
        $"The files of '{path}' cannot be listed: {cause.Message} Check that it is there and that the process may read it.", cause);

    public static JobException Gone(FileSplit split, Exception cause) => new(ErrorDomain.External,
        $"'{split.FilePath}' is not there any more; its next record begins at byte {split.Position}. Put the file back: the job goes on " +
        "there.", cause);

    public static JobException Unreadable(string path, long position, Exception cause) => new(ErrorDomain.External,
        $"'{path}' cannot be read at byte {position}: {cause.Message} Check the file, and that the process may read it.", cause);

    public static JobException Shrunk(FileSplit split, long length) => new(ErrorDomain.External,
        $"'{split.FilePath}' ends at byte {length}, but had {split.Length} bytes when it was found, and its next record begins at byte " +
        $"{split.Position}. Put the whole file back, or start the job afresh.");

    public static JobException Changed(FileSplit split) => new(ErrorDomain.External,
        $"'{split.FilePath}' has other contents than at the last checkpoint: no line ends before byte {split.Position}, where the next " +
        "record begins. Put the former file back, or start the job afresh.");

    public static JobException LineTooLong(string path, long position, int length) => new(ErrorDomain.Definition,
        $"'{path}', byte {position}: {length} bytes hold no end of a line. Check that the file has one record on each line, and that " +
        "quotes are closed.");

    public static JobException BadHeader(ISourceReaderContext context, string path, Exception cause) => new(ErrorDomain.Definition,
        $"'{path}', byte 0, line 1: the header cannot be used by source '{context.OperatorName}' ({context.OperatorUid}): " +
        $"{cause.Message} Correct it, or build the format without a header.", cause);

    public static ArgumentException BadSuffix(string suffix, string parameter) =>
        new($"The suffix '{suffix}' cannot be part of a file's name. Use letters, digits and dots, as in '.json'.", parameter);

    public static JobException NoFolder(string path, ISinkContext context, Exception cause) => new(ErrorDomain.Definition,
        $"{Sink(context)} cannot write to '{path}': {cause.Message} Name a folder, or a path where the process may make one.", cause);

    public static JobException FolderClosed(string path, ISinkContext context, Exception cause) => new(ErrorDomain.External,
        $"{Sink(context)} cannot write to '{path}' any more: {cause.Message} Mend what is wrong with the folder, or free space: the job " +
        "goes on from its last checkpoint.", cause);

    public static JobException Unwritable(string path, ISinkContext context, Exception cause) => new(ErrorDomain.External,
        $"{Sink(context)} cannot write '{path}': {cause.Message} What is committed stays as it is. Free space, or mend what is wrong " +
        "with the folder: the job goes on from its last checkpoint.", cause);

    public static JobException BadBucket(string bucket, ISinkContext context) => new(ErrorDomain.Function,
        $"{Sink(context)} was given the bucket '{bucket}', which is no folder below its own. Give WithBuckets a function that names " +
        "folders, with slashes between them where one lies in the other.");

    public static JobException Uncommitted(string path, ISinkContext context, Exception cause) => new(ErrorDomain.External,
        $"{Sink(context)} cannot commit '{path}': {cause.Message} Mend what is wrong with the folder: the job commits it again when it " +
        "goes on.", cause);

    public static JobException Lost(string pending, string path, long length, ISinkContext context) => new(ErrorDomain.External,
        $"DATA LOSS: {Sink(context)} is to commit '{path}' ({length} bytes), but it is not there, nor is '{pending}', which a checkpoint " +
        "holds as complete. Somebody has moved or deleted it: put it back under either name, and start the job again.");

    public static JobException Damaged(string path, long length, long expected, ISinkContext context) => new(ErrorDomain.External,
        $"DATA LOSS: {Sink(context)} is to commit '{path}', which has {length} bytes instead of the {expected} that a checkpoint holds " +
        "as complete. Put the former file back, and start the job again.");

    public static JobException NameIsTaken(string pending, string path, ISinkContext context) => new(ErrorDomain.External,
        $"{Sink(context)} is to commit '{pending}' as '{path}', but there is a file of that name already. Nothing was overwritten: move " +
        "that file away, and start the job again.");

    private static string Sink(ISinkContext context) =>
        $"sink '{context.OperatorName}' ({context.OperatorUid}), subtask {context.SubtaskIndex} of {context.Parallelism},";
}
