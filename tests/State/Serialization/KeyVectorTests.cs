namespace Akka.Flink.State.Tests.Serialization;

using System.Globalization;

/// <summary>Hashes and bytes of keys are frozen: a difference to the file means that checkpoints of earlier versions are read
/// wrongly.</summary>
public class KeyVectorTests
{
    private static readonly DateTime Noon = new(2024, 2, 29, 12, 34, 56, 789, DateTimeKind.Utc);

    [Fact]
    public void Hashes_and_bytes_are_those_of_every_earlier_version()
    {
        var expected = Bytes.GoldenLines("KeyVectors.golden.txt");

        Assert.Equal(expected, Lines());
    }

    [Fact]
    public void Frozen_bytes_are_read_as_the_keys_they_were() => Assert.All(Vectors(), vector => vector.CheckReading());

    private static IEnumerable<string> Lines() => Vectors().Select(vector => vector.Line);

    private static List<IVector> Vectors() =>
    [
        .. Of<bool>("bool", false, true),
        .. Of<byte>("byte", 0, 1, 255), .. Of<sbyte>("sbyte", 0, -1, sbyte.MinValue),
        .. Of<short>("short", 1, -1, short.MaxValue), .. Of<ushort>("ushort", 1, ushort.MaxValue),
        .. Of("int", 0, 1, -1, 42, int.MinValue, int.MaxValue), .. Of<uint>("uint", 1, uint.MaxValue),
        .. Of("long", 0L, 1L, -1L, 42L, long.MinValue, long.MaxValue, 0x0123456789abcdef), .. Of<ulong>("ulong", 1, ulong.MaxValue),
        .. Of("Int128", Int128.One, -Int128.One, Int128.MaxValue), .. Of("UInt128", UInt128.One, UInt128.MaxValue),
        .. Of("char", 'a', '\0', '\uffff'),
        .. Of("Half", (Half)1.5f, Half.NaN), .. Of("float", 0f, -0f, 1.5f, -1e10f, float.NaN, float.PositiveInfinity),
        .. Of("double", 0d, -0d, 1.5d, -1e10d, Math.PI, double.NaN, double.NegativeInfinity),
        .. Of("decimal", 0m, 1m, 1.00m, -1.5m, 1234567.89000m, decimal.MaxValue, decimal.MinValue),
        .. Of<string?>("string", null, "", "a", "ab", "abc", "abcd", "abcde", "https://example.org/pages/12345",
            "Grüße", "日本語", "😀", "\ud800x", "a\0b"),
        .. Of("Guid", Guid.Empty, Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")),
        .. Of("DateTime", Noon, DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified), DateTime.SpecifyKind(Noon, DateTimeKind.Local),
            DateTime.MaxValue),
        .. Of("DateTimeOffset", new DateTimeOffset(Noon), new DateTimeOffset(Noon).ToOffset(TimeSpan.FromMinutes(330)),
            DateTimeOffset.UnixEpoch),
        .. Of("TimeSpan", TimeSpan.Zero, TimeSpan.FromMilliseconds(1), TimeSpan.MinValue),
        .. Of("DateOnly", new DateOnly(2024, 2, 29), DateOnly.MinValue), .. Of("TimeOnly", new TimeOnly(12, 34, 56), TimeOnly.MaxValue),
        .. Of("Level : byte", Level.Low, Level.High), .. Of("Offset : long", Offset.Back, (Offset)99),
        .. Of<int?>("int?", null, 0, 42), .. Of<Level?>("Level?", null, Level.Low),
        .. Of("(long, long)", (1L, 2L), (2L, 1L)), .. Of<(string?, int)>("(string, int)", ("a", 1), (null, 1)),
        .. Of("(int, int, int)", (1, 2, 3)), .. Of("(int, int, int, int)", (1, 2, 3, 4)), .. Of("(int x 9)", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        .. Of("Tuple<int, string>", Tuple.Create(1, "a")),
        .. Of<Point?>("Point(long, long)", new Point(1, 2), null), .. Of("Cell(int, string)", new Cell(1, "a"), new Cell(1, null)),
        .. Of("Plain{int, string}", new Plain { Count = 1, Name = "a" }), .. Of("new { int, string }", new { A = 1, B = "a" }),
        .. Of("Nested", new Nested(new Point(1, 2), new Cell(3, "c"), (4, null), Level.High, Guid.Empty),
            new Nested(null, default, default, 0, null)),
    ];

    private static IEnumerable<IVector> Of<T>(string type, params T[] keys) => keys.Select(key => new Vector<T>(type, key));

    private interface IVector
    {
        string Line { get; }

        void CheckReading();
    }

    private sealed record Vector<T>(string Type, T Key) : IVector
    {
        public string Line => $"{Type} | {Display(Key)} | {KeyCodecs.For<T>().Hash(Key):x8} | {Convert.ToHexStringLower(Bytes.OfKey(Key))}";

        public void CheckReading()
        {
            var read = Bytes.ToKey<T>(Convert.FromHexString(Line[(Line.LastIndexOf('|') + 2)..]));

            Assert.True(KeyCodecs.For<T>().Equals(Key, read));
            Assert.Equal(KeyCodecs.For<T>().Hash(Key), KeyCodecs.For<T>().Hash(read));
        }

        private static string Display(T key) => key switch
        {
            null => "null",
            string text => '"' + string.Concat(text.Select(unit => unit is >= ' ' and < '\u007f' ? $"{unit}" : $"\\u{(int)unit:x4}")) + '"',
            char unit => $"\\u{(int)unit:x4}",
            DateTime time => $"{time:yyyy-MM-ddTHH:mm:ss.fffffff} {time.Kind}",
            DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
            DateOnly or TimeOnly => ((IFormattable)key).ToString("o", CultureInfo.InvariantCulture),
            Plain plain => $"{plain.Count}, {plain.Name}",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => key.ToString()!,
        };
    }
}
