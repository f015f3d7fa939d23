namespace Akka.Flink.FileBenchmarks;

using System.Globalization;

/// <summary>Writes a file of access records, one JSON object on each line.</summary>
internal static class AccessFile
{
    /// <summary>Writes it.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="lines">How many lines.</param>
    public static void Write(string path, int lines)
    {
        using var output = new StreamWriter(path);
        for (var i = 0; i < lines; i++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"address\":\"10.{i % 7}.{i % 251}.{i % 83}\",\"time\":{1431857103000L + i},\"method\":\"GET\"," +
                $"\"path\":\"/presentations/{i % 1000}/images/page\",\"status\":200,\"bytes\":{i % 100_000}}}"));
        }
    }
}
