namespace Akka.Flink.AkkaApi.Tests.Configuration;

/// <summary>A key below <c>akka</c>, and not of our own <c>akka.flink</c>, that the repository sets or names.</summary>
/// <param name="File">Where, from the root of the repository.</param>
/// <param name="Line">The line in that file.</param>
/// <param name="Key">The key, or the path of a section.</param>
/// <param name="Value">What is set here; null where the key is only named, to be read.</param>
internal sealed record KeyUse(string File, int Line, string Key, string? Value = null)
{
    public bool IsEmptySection => Value == "{}";
}
