namespace Akka.Flink.Shared.Hocon;

/// <summary>One setting in a HOCON text.</summary>
/// <param name="Path">Its key, segment by segment, without quotes.</param>
/// <param name="Value">Its value as written; <c>{}</c> for an empty section.</param>
/// <param name="Line">The line it stands on, from 1.</param>
/// <param name="Comment">The comment directly above it or behind it; empty where there is none.</param>
internal sealed record HoconEntry(IReadOnlyList<string> Path, string Value, int Line, string Comment)
{
    /// <summary>The key with dots; a segment that has dots itself is quoted.</summary>
    public string Key => HoconPath.Join(Path);
}
