namespace Akka.Flink.Formats;

using System.Text.Json;

/// <summary>How CSV looks.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between columns; an ASCII character that is part of no number and no date. Default: a comma.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether files begin with the names of their columns. Without a header the columns are the members, in their order.
    /// Default: true.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Makes the names of columns out of those of members. Default: camelCase.</summary>
    public JsonNamingPolicy Naming { get; init; } = JsonNamingPolicy.CamelCase;

    /// <summary>Whether text in quotes may go over several lines. A file is then read by one subtask. Default: false.</summary>
    public bool AllowsLineBreaks { get; init; }
}
