namespace Akka.Flink.Shared.Hocon;

using System.Text;

/// <summary>Keys between text and segments: <c>a."b.c".d</c>.</summary>
internal static class HoconPath
{
    public static string Join(IEnumerable<string> path) =>
        string.Join('.', path.Select(segment => segment.Contains('.') ? $"\"{segment}\"" : segment));

    public static IReadOnlyList<string> Split(string key)
    {
        List<string> path = [];
        var segment = new StringBuilder();
        var quoted = false;
        foreach (var character in key)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == '.' && !quoted)
                Flush();
            else
                segment.Append(character);
        }

        Flush();
        return path;

        void Flush()
        {
            path.Add(segment.ToString().Trim());
            segment.Clear();
        }
    }
}
