namespace Akka.Flink.Cluster.Programs;

using System.Globalization;
using Akka.Flink.Functions;

/// <summary>Writes each number to a file of its own process and subtask, on no account transactional: what was read, and how
/// often.</summary>
/// <remarks>The first line says when the file was opened, and so of which attempt it is. Each number is written at once: what a process
/// that is killed has read is known all the same.</remarks>
/// <param name="folder">Where the files are; it exists.</param>
public sealed class NoteReads(string folder) : RichFunction, IMapFunction<long, long>
{
    private StreamWriter? _file;

    public override void Open(OpenContext context)
    {
        _file = new StreamWriter(Path.Combine(folder, $"{Guid.NewGuid():N}.txt")) { AutoFlush = true };
        _file.WriteLine(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture));
    }

    public long Map(long value)
    {
        _file!.WriteLine(value.ToString(CultureInfo.InvariantCulture));
        return value;
    }

    public override void Close() => _file?.Dispose();
}
