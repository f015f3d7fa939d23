namespace Akka.Flink.State.Tests.Serialization;

public class KeyRefusalTests
{
    [Theory]
    [InlineData(typeof(int[]),
        "Type 'int[]' cannot be a key: it is an array, and arrays are equal only when they are the same object. Use a string,")]
    [InlineData(typeof(object), "Type 'object' cannot be a key: it is object,")]
    [InlineData(typeof(List<int>), "Type 'List<int>' cannot be a key: it is a collection,")]
    [InlineData(typeof(System.Collections.Immutable.ImmutableArray<int>),
        "Type 'ImmutableArray<int>' cannot be a key: it is a collection,")]
    [InlineData(typeof(IComparable), "Type 'IComparable' cannot be a key: it is an interface or abstract class,")]
    [InlineData(typeof(Shape), "Type 'Shape' cannot be a key: it is an interface or abstract class,")]
    [InlineData(typeof(Action), "Type 'Action' cannot be a key: it is not a value that can be stored.")]
    [InlineData(typeof(Reference),
        "Type 'Reference' cannot be a key: it is a class without the equality of a record: " +
        "two objects with equal members would be two keys. Make it a record,")]
    [InlineData(typeof(OwnStruct), "Type 'OwnStruct' cannot be a key: it is a struct with equality of its own. Make it a record struct,")]
    [InlineData(typeof(OwnEquality), "Type 'OwnEquality' cannot be a key: it is a record with an Equals of its own,")]
    [InlineData(typeof(Changeable),
        "Type 'Changeable' cannot be a key: it can be changed through 'Name', and a key that changes is lost. " +
        "Declare 'Name' with init instead of set.")]
    [InlineData(typeof(Hiding),
        "Type 'Hiding' cannot be a key: it cannot be taken apart and made again: it keeps 'hidden', " +
        "which no public member both shows and sets.")]
    [InlineData(typeof(Node), "Type 'Node' cannot be a key: its member 'Next' of type 'Node' contains itself.")]
    [InlineData(typeof((int, int[])), "Type 'ValueTuple<int, int[]>' cannot be a key: its member 'Item2' of type 'int[]' is an array,")]
    [InlineData(typeof(Outer), "Type 'Outer' cannot be a key: its member 'Inner.Tags' of type 'string[]' is an array,")]
    public void Types_that_cannot_be_keys_are_refused_with_the_member_and_what_to_do(Type type, string message)
    {
        var error = Assert.Throws<StateException>(() => KeyCodecs.Check(type));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Definition, error.Domain);
    }

    [Fact]
    public void A_codec_that_is_none_of_the_type_is_refused() =>
        Assert.Contains("it is not a struct that implements IKeyCodec<WrongCodec>",
            Assert.Throws<StateException>(() => KeyCodecs.Check(typeof(WrongCodec))).Message, StringComparison.Ordinal);

    private abstract record Shape(int Sides);

    private sealed class Reference
    {
        public int Id { get; init; }
    }

    private readonly struct OwnStruct : IEquatable<OwnStruct>
    {
        public int Id { get; init; }

        public bool Equals(OwnStruct other) => Id / 2 == other.Id / 2;

        public override bool Equals(object? obj) => obj is OwnStruct other && Equals(other);

        public override int GetHashCode() => Id / 2;
    }

    private sealed record OwnEquality(string Name)
    {
        public bool Equals(OwnEquality? other) => string.Equals(Name, other?.Name, StringComparison.OrdinalIgnoreCase);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);
    }

    private sealed record Changeable
    {
        public string Name { get; set; } = "";
    }

    private sealed record Hiding(int Id, int Seed)
    {
        private readonly int _hidden = Seed;

        public int Twice => _hidden * 2;
    }

    private sealed record Inside(string[] Tags);

    private sealed record Outer(Inside Inner);

    [KeyCodec(typeof(string))]
    private sealed record WrongCodec(int Id);
}
