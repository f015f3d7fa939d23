namespace Akka.Flink.AkkaContract.Tests.Serialization;

using System.Collections.Immutable;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Flink.AkkaContract.Tests.Support;
using Akka.Serialization;

[Trait("promise", "serialization")]
public sealed class SerializationTests() : ContractTest(Bindings)
{
    private const string Bindings = """
        akka.actor {
          serializers {
            animals = "Akka.Flink.AkkaContract.Tests.Serialization.AnimalSerializer, Akka.Flink.AkkaContract.Tests"
            dogs = "Akka.Flink.AkkaContract.Tests.Serialization.DogSerializer, Akka.Flink.AkkaContract.Tests"
          }
          serialization-bindings {
            "Akka.Flink.AkkaContract.Tests.Serialization.IAnimal, Akka.Flink.AkkaContract.Tests" = animals
            "Akka.Flink.AkkaContract.Tests.Serialization.Dog, Akka.Flink.AkkaContract.Tests" = dogs
          }
          serialization-identifiers {
            "Akka.Flink.AkkaContract.Tests.Serialization.DogSerializer, Akka.Flink.AkkaContract.Tests" = 4712
          }
        }
        """;

    [Fact]
    public void A_record_makes_a_round_trip_with_references_that_resolve()
    {
        var at = new DateTime(2024, 2, 29, 12, 30, 45, 123, DateTimeKind.Utc);
        var lines = new List<string> { "a", "b" };
        var letter = new Letter("ünïcode", 42, 12.50m, at, Guid.NewGuid(), lines, TestActor, new Cat("Tom"), null);

        var copy = (Letter)RoundTrip(letter);

        Assert.Equal(letter with { Lines = copy.Lines }, copy);
        Assert.Equal(letter.Lines, copy.Lines);
        copy.ReplyTo.Tell("it resolves");
        ExpectMsg("it resolves");
    }

    [Fact]
    public void A_class_with_properties_makes_a_round_trip()
    {
        var copy = (Plain)RoundTrip(new Plain { Text = "text", Counts = { ["a"] = 1, ["b"] = 2 } });

        Assert.Equal("text", copy.Text);
        Assert.Equal(new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }, copy.Counts);
    }

    [Fact]
    public void Lists_and_tuples_make_a_round_trip()
    {
        Assert.Equal(("a", 1), RoundTrip(("a", 1)));
        Assert.Equal(ImmutableList.Create(1, 2, 3), RoundTrip(ImmutableList.Create(1, 2, 3)));
        Assert.Equal(new[] { "a", "b" }, RoundTrip(new[] { "a", "b" }));
    }

    [Theory]
    [InlineData("text")]
    [InlineData(42)]
    [InlineData(42L)]
    [InlineData(true)]
    [InlineData(1.5)]
    public void A_primitive_keeps_its_type(object value) => Assert.Equal(value, RoundTrip(value));

    [Fact]
    public void Objects_without_a_binding_take_the_Json_serializer_whose_id_is_1()
    {
        var serializer = Sys.Serialization.FindSerializerFor(new Plain());

        Assert.IsType<NewtonSoftJsonSerializer>(serializer);
        Assert.Equal(1, serializer.Identifier);
    }

    [Fact]
    public void Byte_arrays_have_their_own_serializer_with_id_4_that_copies_them_as_they_are()
    {
        byte[] bytes = [1, 2, 3];
        var serializer = Sys.Serialization.FindSerializerFor(bytes);

        Assert.IsType<ByteArraySerializer>(serializer);
        Assert.Equal(4, serializer.Identifier);
        Assert.Equal(bytes, serializer.ToBinary(bytes));
        Assert.Equal(bytes, RoundTrip(bytes));
    }

    [Fact]
    public void A_binding_of_an_interface_serves_what_implements_it()
    {
        var serializer = Sys.Serialization.FindSerializerFor(new Cat("Tom"));

        Assert.IsType<AnimalSerializer>(serializer);
        Assert.Equal(4711, serializer.Identifier);
        Assert.Equal("C", Serialization.ManifestFor(serializer, new Cat("Tom")));
        Assert.Equal(new Cat("Tom"), RoundTrip(new Cat("Tom")));
    }

    [Fact]
    public void The_most_specific_binding_wins()
    {
        Assert.IsType<DogSerializer>(Sys.Serialization.FindSerializerFor(new Dog("Rex")));
        Assert.IsType<DogSerializer>(Sys.Serialization.FindSerializerForType(typeof(Poodle)));
        Assert.Equal(new Poodle("Fifi", 0), RoundTrip(new Poodle("Fifi", 0)));
    }

    [Fact]
    public void The_identifier_of_a_serializer_may_come_from_the_configuration() =>
        Assert.Equal(4712, Sys.Serialization.FindSerializerFor(new Dog("Rex")).Identifier);

    [Fact]
    public void The_manifest_of_a_serializer_without_its_own_is_the_type_that_can_be_loaded()
    {
        var manifest = Serialization.ManifestFor(Sys.Serialization.FindSerializerFor(new Dog("Rex")), new Dog("Rex"));

        Assert.Equal(typeof(Dog), Type.GetType(manifest));
    }

    [Fact]
    public void Serialize_writes_what_the_serializer_of_the_object_writes() =>
        Assert.Equal("Tom"u8.ToArray(), Sys.Serialization.Serialize(new Cat("Tom")));

    [Fact]
    public void An_unknown_serializer_id_is_an_error_that_names_it()
    {
        var byManifest = Assert.Throws<SerializationException>(() => Sys.Serialization.Deserialize([1], 987654, "manifest"));
        var byType = Assert.Throws<SerializationException>(() => Sys.Serialization.Deserialize([1], 987654, typeof(Cat)));

        Assert.Contains("987654", byManifest.Message, StringComparison.Ordinal);
        Assert.Contains("987654", byType.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_by_type_serves_serializers_without_manifest() =>
        Assert.Equal(new Dog("Rex"), Sys.Serialization.Deserialize("Rex"u8.ToArray(), 4712, typeof(Dog)));

    [Fact]
    public void The_serialized_path_of_a_reference_resolves_to_the_same_actor()
    {
        var actor = Act((context, message) => context.Sender.Tell(message), "addressee");

        var path = Serialization.SerializedActorPath(actor);
        var resolved = Sys.Serialization.DeserializeActorRef(path);
        resolved.Tell("hello", TestActor);

        ExpectMsg("hello");
        Assert.Equal(actor, resolved);
        Assert.Contains($"#{actor.Path.Uid}", path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_an_actor_that_is_gone_resolves_to_one_that_leads_to_dead_letters()
    {
        var actor = Act((_, _) => { }, "addressee");
        var path = Serialization.SerializedActorPath(actor);
        StopAndAwait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));

        Sys.Serialization.DeserializeActorRef(path).Tell("hello", TestActor);

        Assert.Equal("hello", ExpectMsg<Akka.Event.DeadLetter>().Message);
    }

    [Fact]
    public void A_setup_may_bring_serializers_and_bindings()
    {
        var setup = SerializationSetup.Create(system =>
            [SerializerDetails.Create("animals", new AnimalSerializer(system), [typeof(IAnimal)])]);
        using var other = ActorSystem.Create("serializing", BootstrapSetup.Create().WithConfig(Patient).And(setup));

        Assert.IsType<AnimalSerializer>(other.Serialization.FindSerializerFor(new Cat("Tom")));
    }

    /// <summary>Writes and reads as a journal or a remote node does: bytes, serializer id and manifest.</summary>
    private object RoundTrip(object value)
    {
        var serializer = Sys.Serialization.FindSerializerFor(value);
        var manifest = Serialization.ManifestFor(serializer, value);
        var bytes = serializer.ToBinary(value);
        return Sys.Serialization.Deserialize(bytes, serializer.Identifier, manifest);
    }
}
