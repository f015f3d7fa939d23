namespace Akka.Flink.Formats;

/// <summary>How records follow each other in a file.</summary>
public enum RecordFraming
{
    /// <summary>Each line is a record, an empty one as well.</summary>
    Lines,

    /// <summary>Each line is a record; empty lines are passed over.</summary>
    NonBlankLines,

    /// <summary>As <see cref="NonBlankLines"/>, but a line ends only outside of double quotes. A file cannot be read in parts: whether a
    /// quote opens or closes shows only from the beginning.</summary>
    QuotedLines,
}
