namespace Akka.Flink.AkkaContract.Tests.Services;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

[Trait("promise", "serialization")]
public sealed class SerializationTests : ServiceTest
{
    private const string Bindings = """
        akka.actor {
          serializers.text = "Akka.Flink.AkkaContract.Tests.Services.SerializationTests+TextSerializer, Akka.Flink.AkkaContract.Tests"
          serializers.broad = "Akka.Flink.AkkaContract.Tests.Services.SerializationTests+BroadSerializer, Akka.Flink.AkkaContract.Tests"
          serialization-bindings {
            "Akka.Flink.AkkaContract.Tests.Services.SerializationTests+IText, Akka.Flink.AkkaContract.Tests" = broad
            "Akka.Flink.AkkaContract.Tests.Services.SerializationTests+Text, Akka.Flink.AkkaContract.Tests" = text
          }
        }
        """;

    public SerializationTests()
        : base(Bindings)
    {
    }

    public interface IText;

    private Serialization Serialization => System.Serialization;

    [Fact]
    public void Json_on_the_wire_names_types_and_marks_the_numbers_that_json_would_lose()
    {
        var serializer = Serialization.FindSerializerForType(typeof(Letter));
        var text = Encoding.UTF8.GetString(serializer.ToBinary(new Letter("é", 42, 1.5m, [2.5f], null)));

        Assert.Equal(1, serializer.Identifier);
        Assert.False(serializer.IncludeManifest);
        Assert.StartsWith($"{{\"$id\":\"1\",\"$type\":\"{typeof(Letter).FullName}, ", text, StringComparison.Ordinal);
        Assert.Contains("\"Number\":{\"$\":\"I42\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"Amount\":{\"$\":\"M1.5\"}", text, StringComparison.Ordinal);
        Assert.Contains("{\"$\":\"F2.5\"}", text, StringComparison.Ordinal);
        Assert.Contains("\"Title\":\"é\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_writes_private_setters_and_nullable_numbers()
    {
        var copy = RoundTrip(Hidden.Create(7, 8));

        Assert.Equal(7, copy.Value);
        Assert.Equal(8, copy.Maybe);
        Assert.Null(RoundTrip(Hidden.Create(7, null)).Maybe);
    }

    [Fact]
    public void Bytes_and_null_have_their_serializers()
    {
        byte[] bytes = [1, 2, 3];
        var serializer = Serialization.FindSerializerFor(bytes);

        Assert.Equal(4, serializer.Identifier);
        Assert.Equal(bytes, Serialization.Deserialize(Serialization.Serialize(bytes), 4, typeof(byte[])));
        Assert.Equal(0, Serialization.FindSerializerFor(null!).Identifier);
    }

    [Fact]
    public void The_most_specific_binding_wins_and_the_named_default_comes_before_that_of_object()
    {
        Assert.IsType<TextSerializer>(Serialization.FindSerializerForType(typeof(DerivedText)));
        Assert.IsType<BroadSerializer>(Serialization.FindSerializerForType(typeof(OtherText)));
        Assert.IsType<NewtonSoftJsonSerializer>(Serialization.FindSerializerForType(typeof(Letter)));
        Assert.IsType<TextSerializer>(Serialization.FindSerializerForType(typeof(Addressed), "text"));
        Assert.IsType<BroadSerializer>(Serialization.FindSerializerForType(typeof(OtherText), "text"));
    }

    [Fact]
    public void String_manifests_go_to_the_serializer()
    {
        var text = new Text("hello");
        var serializer = Serialization.FindSerializerFor(text);
        var manifest = Serialization.ManifestFor(serializer, text);

        Assert.Equal("T", manifest);
        Assert.Equal("hello", ((Text)Serialization.Deserialize(serializer.ToBinary(text), serializer.Identifier, manifest)).Value);
    }

    private T RoundTrip<T>(T value)
    {
        var serializer = Serialization.FindSerializerFor(value);
        var manifest = Serialization.ManifestFor(serializer, value);
        return (T)Serialization.Deserialize(Serialization.Serialize(value), serializer.Identifier, manifest);
    }

    public sealed record Letter(string Title, int Number, decimal Amount, object[] Parts, Letter? Inner);

    public sealed record Addressed(IActorRef Target);

    public record Text(string Value) : IText;

    public sealed record DerivedText(string Value) : Text(Value);

    public sealed record OtherText : IText;

    public sealed class Hidden
    {
        private Hidden()
        {
        }

        public int Value { get; private set; }

        public int? Maybe { get; private set; }

        public static Hidden Create(int value, int? maybe) => new() { Value = value, Maybe = maybe };
    }

    public sealed class TextSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
    {
        public override int Identifier => 9001;

        public override string Manifest(object o) => "T";

        public override byte[] ToBinary(object obj) => Encoding.UTF8.GetBytes(((Text)obj).Value);

        public override object FromBinary(byte[] bytes, string manifest) => new Text(Encoding.UTF8.GetString(bytes));
    }

    public sealed class BroadSerializer(ExtendedActorSystem system) : Serializer(system)
    {
        public override int Identifier => 9002;

        public override bool IncludeManifest => false;

        public override byte[] ToBinary(object obj) => [];

        public override object FromBinary(byte[] bytes, Type type) => new OtherText();
    }
}
