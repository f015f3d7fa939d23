namespace Akka.Flink.Connectors.Files;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Akka.Flink.Sinks;

/// <summary>The name of a file of a sink.</summary>
/// <param name="Sink">Eight hexadecimal digits of the job and the sink's uid: several may write to one folder.</param>
/// <param name="Subtask">The subtask that writes it.</param>
/// <param name="Run">The run: greater than that of any writer of this name before.</param>
/// <param name="Number">Its number within the run.</param>
/// <param name="After">The last checkpoint before the file was begun; 0 for none.</param>
internal readonly record struct PartName(string Sink, int Subtask, long Run, long Number, long After)
{
    private const string Prefix = "part-";
    private const string Extension = ".inprogress";

    /// <summary>The name while it is not committed.</summary>
    public string Pending => string.Create(CultureInfo.InvariantCulture, $".{Visible}.{After}{Extension}");

    /// <summary>The name once it is committed, without suffix.</summary>
    public string Visible => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Sink}-{Subtask}-{Run}-{Number}");

    /// <summary>What identifies the files of a sink.</summary>
    /// <param name="context">Where a writer runs.</param>
    public static string SinkOf(ISinkContext context) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{context.JobId}\n{context.OperatorUid}")).AsSpan(0, 4));

    /// <summary>Takes a name apart.</summary>
    /// <param name="fileName">The name, pending or visible.</param>
    /// <param name="sink">The sink that it has to be of.</param>
    /// <param name="isPending">Whether it is pending.</param>
    /// <returns>Its parts; null when it is no name of that sink.</returns>
    public static PartName? Parse(string fileName, string sink, out bool isPending)
    {
        isPending = fileName.StartsWith('.') && fileName.EndsWith(Extension, StringComparison.Ordinal);
        var text = isPending ? fileName[1..^Extension.Length] : fileName;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var parts = (point < 0 ? text : text[..point]).Split('-');
        if (parts is not ["part", var own, var subtask, var run, var number, ..] || own != sink)
            return null;

        var after = 0L;
        return TryRead(subtask, out var subtaskIndex) && TryRead(run, out var runNumber)
            && TryRead(number, out var fileNumber) && (!isPending || TryRead(text[(point + 1)..], out after))
                ? new PartName(sink, (int)subtaskIndex, runNumber, fileNumber, after)
                : null;
    }

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
