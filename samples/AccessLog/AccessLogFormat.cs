using System.Buffers.Text;
using System.Text;
using Akka.Flink.Formats;

/// <summary>A line of an access log.</summary>
/// <param name="TimeMs">When, in milliseconds since the epoch.</param>
/// <param name="IsPageView">Whether somebody looked at a page. Without that, path and client are empty: nobody asks for them.</param>
/// <param name="Path">The page, without its query.</param>
/// <param name="Client">Who.</param>
public readonly record struct AccessLine(long TimeMs, bool IsPageView, string Path, string Client);

/// <summary>Reads the combined log format of web servers from bytes; only what is counted becomes text.</summary>
public sealed class AccessLogFormat : IDeserializationFormat<AccessLine>
{
    public RecordFraming Framing => RecordFraming.NonBlankLines;

    public IRecordDeserializer<AccessLine> CreateDeserializer() => new Deserializer();

    private sealed class Deserializer : IRecordDeserializer<AccessLine>
    {
        private const int TimeLength = 26;   // 17/May/2015:10:05:03 +0000

        private static readonly byte[][] Assets =
            [.. ".png .jpg .jpeg .gif .ico .css .js .svg .woff .ttf .txt .xml".Split(' ').Select(Encoding.ASCII.GetBytes)];

        private byte[] _lastDay = [];
        private long _lastDayMs;

        // 83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET /page?query HTTP/1.1" 200 203023 "referrer" "agent"
        public AccessLine Deserialize(ReadOnlySpan<byte> bytes)
        {
            var client = bytes[..Require(bytes.IndexOf((byte)' '), "client's address")];
            var open = Require(bytes.IndexOf((byte)'['), "time in brackets") + 1;
            var rest = bytes[open..];
            if (rest.Length <= TimeLength || rest[TimeLength] != ']')
                throw new FormatException("A time such as [17/May/2015:10:05:03 +0000] was expected.");

            var timeMs = Time(rest[..TimeLength]);
            rest = rest[(TimeLength + 1)..];
            var request = rest[(Require(rest.IndexOf((byte)'"'), "request in quotes") + 1)..];
            var end = Require(request.IndexOf("\" "u8), "end of the request's quotes");
            if (!Utf8Parser.TryParse(request[(end + 2)..], out int status, out _))
                throw new FormatException("A status such as 200 was expected behind the request.");

            request = request[..end];
            if (status != 200 || !request.StartsWith("GET "u8))
                return new AccessLine(timeMs, false, "", "");

            var path = Path(request[4..]);
            return IsAsset(path)
                ? new AccessLine(timeMs, false, "", "")
                : new AccessLine(timeMs, true, Encoding.UTF8.GetString(path), Encoding.ASCII.GetString(client));
        }

        private static int Require(int index, string what) =>
            index >= 0 ? index : throw new FormatException($"It has no {what}.");

        private static ReadOnlySpan<byte> Path(ReadOnlySpan<byte> target)
        {
            var end = target.IndexOfAny((byte)' ', (byte)'?');
            return end < 0 ? target : target[..end];
        }

        private static bool IsAsset(ReadOnlySpan<byte> path)
        {
            foreach (var suffix in Assets)
            {
                if (path.Length >= suffix.Length && Ascii.EqualsIgnoreCase(path[^suffix.Length..], suffix))
                    return true;
            }

            return false;
        }

        // Most lines are of the day of the line before.
        private long Time(ReadOnlySpan<byte> text)
        {
            if (!text[..11].SequenceEqual(_lastDay))
            {
                var day = DateTime.ParseExact(
                    Encoding.ASCII.GetString(text[..11]), "dd/MMM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
                (_lastDay, _lastDayMs) = (text[..11].ToArray(), new DateTimeOffset(day, TimeSpan.Zero).ToUnixTimeMilliseconds());
            }

            var seconds = (Two(text[12..]) * 3600) + (Two(text[15..]) * 60) + Two(text[18..]);
            var offset = (Two(text[22..]) * 3600) + (Two(text[24..]) * 60);
            return _lastDayMs + ((seconds - (text[21] == '-' ? -offset : offset)) * 1000L);
        }

        private static int Two(ReadOnlySpan<byte> text) => char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[1])
            ? ((text[0] - '0') * 10) + (text[1] - '0')
            : throw new FormatException("A time such as [17/May/2015:10:05:03 +0000] was expected.");
    }
}
