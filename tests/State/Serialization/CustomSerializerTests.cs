namespace Akka.Flink.State.Tests.Serialization;

using System.Buffers;
using System.Text.Json.Serialization;

public class CustomSerializerTests
{
    [Fact]
    public void A_type_brings_its_own_serializer_by_attribute()
    {
        Assert.Equal(new Temperature(21.5), Bytes.RoundTrip(new Temperature(21.5)));
        Assert.Equal((1, new Temperature(-3)), Bytes.RoundTrip((1, new Temperature(-3))));
        Assert.Equal(2, Bytes.Of(new Temperature(5)).Length);
    }

    [Fact]
    public void A_serializer_is_registered_for_a_type_of_somebody_else()
    {
        TypeSerializers.Register(new RangeSerializer());

        Assert.Equal(new Range(1, 5), Bytes.RoundTrip(new Range(1, 5)));
        Assert.Throws<StateException>(() => TypeSerializers.Register(new RangeSerializer()));
    }

    [Fact]
    public void A_serializer_that_is_none_of_the_type_is_refused() =>
        Assert.Contains("implements ITypeSerializer<Wrong>",
            Assert.Throws<StateException>(() => TypeSerializers.Check(typeof(Wrong))).Message, StringComparison.Ordinal);

    [Fact]
    public void What_only_JSON_can_write_is_written_as_JSON_with_a_warning()
    {
        var warnings = new List<Type>();
        TypeSerializers.Check(typeof(Uri));
        TypeSerializers.OnJsonFallback((type, _) => warnings.Add(type));

        Assert.Equal(new Uri("https://example.org/x"), Bytes.RoundTrip(new Uri("https://example.org/x")));
        Assert.Null(Bytes.RoundTrip<Uri?>(null));
        Assert.Equal((1, new Version(2, 3)), Bytes.RoundTrip((1, new Version(2, 3))));
        Assert.Equal("x", Bytes.RoundTrip(Annotated.Of("x")).Name);
        Assert.Contains(typeof(Uri), warnings);
        Assert.Contains(typeof(Version), warnings);
        Assert.False(TypeSerializers.For<Uri>().IsImmutable);
    }

    [Fact]
    public void Unreadable_JSON_is_an_error_that_says_of_what() =>
        Assert.StartsWith("A 'System.Uri' that was written as JSON cannot be read: ",
            Assert.Throws<StateException>(() => Bytes.To<Uri>([2, (byte)'{'])).Message, StringComparison.Ordinal);

    [TypeSerializer(typeof(TemperatureSerializer))]
    private readonly record struct Temperature(double Degrees);

    private sealed class TemperatureSerializer : ITypeSerializer<Temperature>
    {
        public Schema Schema { get; } = Schema.Of("tenths");

        public bool IsImmutable => true;

        public void Write(IBufferWriter<byte> output, Temperature value) =>
            TypeSerializers.For<short>().Write(output, (short)(value.Degrees * 10));

        public Temperature Read(ref ReadOnlySpan<byte> input) => new(TypeSerializers.For<short>().Read(ref input) / 10.0);

        public Temperature Copy(Temperature value) => value;

        public ITypeSerializer<Temperature>? ReaderFor(Schema written) => written.Equals(Schema) ? this : null;
    }

    private sealed class RangeSerializer : ITypeSerializer<Range>
    {
        public Schema Schema { get; } = Schema.Of("range");

        public bool IsImmutable => true;

        public void Write(IBufferWriter<byte> output, Range value) =>
            TypeSerializers.For<(int, int)>().Write(output, (value.Start.Value, value.End.Value));

        public Range Read(ref ReadOnlySpan<byte> input)
        {
            var (start, end) = TypeSerializers.For<(int, int)>().Read(ref input);
            return new Range(start, end);
        }

        public Range Copy(Range value) => value;

        public ITypeSerializer<Range>? ReaderFor(Schema written) => null;
    }

    [TypeSerializer(typeof(RangeSerializer))]
    private sealed record Wrong(int Id);

    private sealed class Annotated
    {
        [JsonInclude]
        public string Name { get; private set; } = "";

        public static Annotated Of(string name) => new() { Name = name };
    }
}
