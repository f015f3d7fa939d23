namespace Akka.Flink.Connectors.PostgreSql;

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Akka.Flink.Sinks;

/// <summary>What subtasks are called: in messages, and by the server.</summary>
internal static class SinkPlaces
{
    /// <summary>The sink and subtask, for messages.</summary>
    /// <param name="context">Where it runs.</param>
    public static string Of(ISinkContext context) =>
        $"Sink '{context.OperatorName}' ({context.OperatorUid}), subtask {context.SubtaskIndex} of {context.Parallelism}";

    /// <summary>A text that fits where another may be too long.</summary>
    /// <param name="text">The other.</param>
    /// <param name="bytes">How many bytes of its hash; twice as many letters come out.</param>
    public static string Hash(string text, int bytes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, bytes));

    /// <summary>A number as SQL and names have it.</summary>
    /// <param name="number">The number.</param>
    public static string Text(this long number) => number.ToString(CultureInfo.InvariantCulture);
}
