namespace Akka.Flink.Runtime;

using System.Collections.Frozen;
using System.Collections.Immutable;

/// <summary>All messages that cross nodes, with their bytes.</summary>
/// <remarks>A new message: let it be an <see cref="IWireMessage"/>, add a line to the table of its part, and its bytes to
/// <c>tests/Runtime/Wire</c>. Tests say what is missing.</remarks>
internal static class WireFormats
{
    private static readonly FrozenDictionary<Type, WireFormat> ByType = All.ToFrozenDictionary(format => format.Type);
    private static readonly FrozenDictionary<string, WireFormat> ByManifest = All.ToFrozenDictionary(format => format.Manifest);

    /// <summary>All of them.</summary>
    public static ImmutableArray<WireFormat> All =>
        [.. CommandFormats.All, .. ReportFormats.All, .. ExchangeFormats.All, .. OrderFormats.All];

    /// <summary>The bytes of a message.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentException">It has no entry.</exception>
    public static WireFormat Of(object message) =>
        ByType.TryGetValue(message.GetType(), out var format) ? format : throw WireErrors.NotAMessage(message.GetType(), nameof(message));

    /// <summary>The bytes of a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <exception cref="JobException">It is not known.</exception>
    public static WireFormat Of(string manifest) =>
        ByManifest.TryGetValue(manifest, out var format) ? format : throw WireErrors.UnknownManifest(manifest);

    /// <summary>Writes a message within another one.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="message">The message.</param>
    public static void WriteMessage(this WireWriter writer, IWireMessage message)
    {
        var format = Of((object)message);
        writer.Write(format.Manifest);
        format.Write(writer, message);
    }
}
