namespace Akka.Flink.State.Tests.Serialization;

using System.Buffers;

/// <summary>Bytes of values and schemas are frozen: a difference to the file means that checkpoints of earlier versions are read
/// wrongly.</summary>
public class GoldenValueTests
{
    [Fact]
    public void Bytes_are_those_of_every_earlier_version()
    {
        var expected = Bytes.GoldenLines("Values.golden.txt");

        Assert.Equal(expected, Cases().Select(value => value.Line));
    }

    [Fact]
    public void Frozen_bytes_are_read_under_the_schema_that_lies_beside_them()
    {
        var lines = Bytes.GoldenLines("Values.golden.txt");
        var cases = Cases();

        Assert.Equal(cases.Count, lines.Count);
        for (var i = 0; i < lines.Count; i++)
            cases[i].CheckReading(lines[i]);
    }

    [Fact]
    public void A_later_program_reads_frozen_bytes_of_an_earlier_one()
    {
        var line = Bytes.GoldenLines("Values.golden.txt").Single(line => line.StartsWith("V1.User |", StringComparison.Ordinal));
        var (schema, bytes) = Parse(line);

        Assert.Equal(new V2.User("me", 7, 5), Bytes.To(TypeSerializers.For<V2.User>().ReaderFor(schema, "The golden user"), bytes));
    }

    private static List<ICase> Cases() =>
    [
        New("bool", true), New("byte", (byte)200), New("sbyte", (sbyte)-2), New("short", (short)-2), New("ushort", (ushort)65534),
        New("int", 0x01020304),
        New("uint", 0xfffefdfc), New("long", 0x0102030405060708), New("ulong", ulong.MaxValue), New("Int128", Int128.MinValue),
        New("UInt128", UInt128.MaxValue),
        New("char", 'é'), New("Half", (Half)1.5), New("float", 1.5f), New("double", -1.5), New("decimal", 1.50m), New("string", "Grüße"),
        New("string", new string('x', 100)), New("string", "\ud800"), New<string?>("string", null),
        New("Guid", Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")),
        New("DateTime", new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc)),
        New("DateTimeOffset", new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromMinutes(-90))),
        New("TimeSpan", TimeSpan.FromSeconds(-1)), New("DateOnly", new DateOnly(2024, 2, 29)), New("TimeOnly", new TimeOnly(23, 59)),
        New("Level", Level.High), New<int?>("int?", 5), New<int?>("int?", null), New("byte[]", new byte[] { 1, 2, 3 }),
        New("int[]", new[] { 1, -1 }),
        New("List<string>", new List<string> { "a", "" }), New("HashSet<int>", new HashSet<int> { 7 }),
        New("Dictionary<string, long>", new Dictionary<string, long> { ["a"] = 1 }), New<List<int>?>("List<int>", null),
        New("(int, string)", (1, "a")), New("Point", new Point(1, 2)), New<Point?>("Point", null), New("Cell", new Cell(1, null)),
        New("Node", new Node(1, new Node(2, null))), New<V1.Animal>("V1.Animal", new V1.Dog("rex")),
        New("Uri", new Uri("https://example.org/")),
        New("V1.User", new V1.User(5, "me", [Guid.Empty], new V1.Detail("d", []))),
    ];

    private static ICase New<T>(string type, T value) => new Case<T>(type, value);

    private static (Schema Schema, byte[] Bytes) Parse(string line)
    {
        var columns = line.Split(" | ");
        ReadOnlySpan<byte> input = Convert.FromHexString(columns[1]);
        var schema = Schema.Read(ref input);
        Assert.True(input.IsEmpty);
        return (schema, Convert.FromHexString(columns[2]));
    }

    private interface ICase
    {
        string Line { get; }

        void CheckReading(string line);
    }

    private sealed record Case<T>(string Type, T Value) : ICase
    {
        public string Line => $"{Type} | {Convert.ToHexStringLower(SchemaBytes())} | {Convert.ToHexStringLower(Bytes.Of(Value))}";

        public void CheckReading(string line)
        {
            var (schema, bytes) = Parse(line);

            var read = Bytes.To(TypeSerializers.For<T>().ReaderFor(schema, Type), bytes);

            Assert.Equal(bytes, Bytes.Of(read));
        }

        private static byte[] SchemaBytes()
        {
            var output = new ArrayBufferWriter<byte>();
            TypeSerializers.For<T>().Schema.Write(output);
            return output.WrittenSpan.ToArray();
        }
    }
}
