namespace Akka.Flink.State.Tests.Serialization;

using System.Collections.Frozen;
using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

public class TypeSerializerTests
{
    [Fact]
    public void Primitives_are_read_back_as_they_were()
    {
        CheckRoundTrip<bool>();
        CheckRoundTrip<byte>();
        CheckRoundTrip<sbyte>();
        CheckRoundTrip<short>();
        CheckRoundTrip<ushort>();
        CheckRoundTrip<int>();
        CheckRoundTrip<uint>();
        CheckRoundTrip<long>();
        CheckRoundTrip<ulong>();
        CheckRoundTrip<char>();
        CheckRoundTrip<float>();
        CheckRoundTrip<double>();
        CheckRoundTrip<string>();
        CheckRoundTrip<Guid>();
        CheckRoundTrip<TimeSpan>();
        CheckRoundTrip<DayOfWeek>();
        CheckRoundTrip<int?>();
        CheckRoundTrip(Generated.Dates);
        CheckRoundTrip(Generated.Times);
        Assert.All(new[] { Int128.MinValue, 5, Int128.MaxValue }, value => Assert.Equal(value, Bytes.RoundTrip(value)));
        Assert.All(new[] { Half.MinValue, Half.NaN, (Half)0.1f }, value => Assert.Equal(value, Bytes.RoundTrip(value)));
    }

    [Fact]
    public void Strings_of_every_length_are_read_back_whatever_their_characters()
    {
        for (var length = 0; length < 200; length++)
        {
            foreach (var unit in new[] { "a", "\u007f", "\u0080", "é", "日", "😀", "\udc00" })
            {
                var text = string.Concat(Enumerable.Repeat(unit, length));

                Assert.Equal(text, Bytes.RoundTrip(text));
                Assert.Equal(text + unit, Bytes.RoundTrip(text + unit));
                Assert.Equal("x" + text, Bytes.RoundTrip("x" + text));
            }
        }
    }

    [Fact]
    public void Decimals_keep_their_digits() => Prop.ForAll<decimal>(value =>
        Assert.Equal(decimal.GetBits(value), decimal.GetBits(Bytes.RoundTrip(value)))).Quietly();

    [Fact]
    public void Times_keep_their_kind_and_offset() => Prop.ForAll<DateTime, DateTimeOffset>((time, moment) =>
    {
        Assert.Equal((time, time.Kind), (Bytes.RoundTrip(time), Bytes.RoundTrip(time).Kind));
        Assert.True(moment.EqualsExact(Bytes.RoundTrip(moment)));
    }).Quietly();

    [Fact]
    public void Records_tuples_structs_and_classes_are_read_back_as_they_were()
    {
        CheckRoundTrip<(long, string?)>();
        CheckRoundTrip<(int, decimal, Guid?)>();
        CheckRoundTrip<(int, int, int, int, int, int, int, int, int)>();
        CheckRoundTrip<Tuple<string, int>>();
        CheckRoundTrip<Point>();
        CheckRoundTrip<Cell>();
        CheckRoundTrip<Click>();
        CheckRoundTrip<Nested>();
        CheckRoundTrip<Cell?>();
        CheckRoundTrip<KeyValuePair<string, int>>();
        CheckAnonymous(new { Name = "a", Count = 3L });
        Assert.Equal(3, Bytes.RoundTrip(new Plain { Count = 3, Name = "x" }).Count);

        var account = Bytes.RoundTrip(new Account { Id = 5, Owner = "me", Amounts = [1.5m, 2m] });
        Assert.Equivalent(new Account { Id = 5, Owner = "me", Amounts = [1.5m, 2m] }, account);
    }

    [Fact]
    public void Collections_are_read_back_as_they_were()
    {
        CheckRoundTrip<byte[]>();
        CheckRoundTrip<int[]>();
        CheckRoundTrip<char[]>();
        CheckRoundTrip<string[]>();
        CheckRoundTrip<int[][]>();
        CheckRoundTrip<List<Cell>>();
        CheckRoundTrip<List<List<int>>>();
        CheckRoundTrip<Dictionary<int, string?>>();
    }

    [Fact]
    public void Every_kind_of_collection_is_read_back()
    {
        int[] numbers = [3, 1, 2];
        CheckSequence<IReadOnlyList<int>>(numbers, numbers);
        CheckSequence<IList<int>>(new List<int>(numbers), numbers);
        CheckSequence<IEnumerable<int>>(numbers.Where(number => number > 0), numbers);
        CheckSequence<IReadOnlyCollection<int>>(numbers, numbers);
        CheckSequence(new Queue<int>(numbers), numbers);
        CheckSequence(new Stack<int>(numbers), [2, 1, 3]);
        CheckSequence(new LinkedList<int>(numbers), numbers);
        CheckSequence(ImmutableArray.Create(numbers), numbers);
        CheckSequence(ImmutableList.Create(numbers), numbers);
        CheckSequence(new SortedSet<int>(numbers), [1, 2, 3]);
        CheckSequence(ImmutableSortedSet.Create(numbers), [1, 2, 3]);
        Assert.Equal(new HashSet<int>(numbers), Bytes.RoundTrip(new HashSet<int>(numbers)));
        Assert.Equal(new HashSet<int>(numbers), Bytes.RoundTrip<ISet<int>>(new HashSet<int>(numbers)));
        Assert.Equal(new HashSet<int>(numbers), Bytes.RoundTrip(ImmutableHashSet.Create(numbers)).ToHashSet());
        Assert.Equal(new HashSet<int>(numbers), Bytes.RoundTrip(numbers.ToFrozenSet()).ToHashSet());
        Assert.True(Bytes.RoundTrip(default(ImmutableArray<int>)).IsDefaultOrEmpty);
    }

    [Fact]
    public void Every_kind_of_map_is_read_back()
    {
        var map = new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 };

        Assert.Equal(map, Bytes.RoundTrip<IReadOnlyDictionary<string, int>>(map));
        Assert.Equal(map, Bytes.RoundTrip<IDictionary<string, int>>(map));
        Assert.Equal(["a", "b"], Bytes.RoundTrip(new SortedDictionary<string, int>(map)).Keys);
        Assert.Equal(map, Bytes.RoundTrip(map.ToImmutableDictionary()).ToDictionary());
        Assert.Equal(["a", "b"], Bytes.RoundTrip(map.ToImmutableSortedDictionary()).Keys);
        Assert.Equal(map, Bytes.RoundTrip(map.ToFrozenDictionary()).ToDictionary());
    }

    [Fact]
    public void Null_is_read_back_at_any_depth()
    {
        Assert.Null(Bytes.RoundTrip<string?>(null));
        Assert.Null(Bytes.RoundTrip<Point?>(null));
        Assert.Null(Bytes.RoundTrip<List<int>?>(null));
        Assert.Null(Bytes.RoundTrip<byte[]?>(null));
        Assert.Null(Bytes.RoundTrip<Dictionary<int, int>?>(null));
        Assert.Null(Bytes.RoundTrip<IReadOnlySet<int>?>(null));
        Assert.Equal<IEnumerable<Point?>>([null, new Point(1, 2)], Bytes.RoundTrip<Point?[]>([null, new Point(1, 2)]));
    }

    [Fact]
    public void Types_that_contain_themselves_are_read_back()
    {
        var tree = new Tree { Name = "root", Children = [new Tree { Name = "leaf" }], ByName = new() { ["x"] = null, ["y"] = new Tree() } };

        Assert.Equal(new Node(1, new Node(2, null)), Bytes.RoundTrip(new Node(1, new Node(2, null))));
        Assert.Equivalent(tree, Bytes.RoundTrip(tree), strict: true);
        Assert.Equal(
            "Akka.Flink.State.Tests.Serialization.Node{Value: int32, Next: Akka.Flink.State.Tests.Serialization.Node}",
            TypeSerializers.For<Node>().Schema.ToString());
    }

    [Fact]
    public void Immutability_is_derived_from_the_members()
    {
        Assert.True(TypeSerializers.For<string>().IsImmutable);
        Assert.True(TypeSerializers.For<(int, string)>().IsImmutable);
        Assert.True(TypeSerializers.For<Plain>().IsImmutable);
        Assert.True(TypeSerializers.For<Nested>().IsImmutable);
        Assert.True(TypeSerializers.For<Node>().IsImmutable);
        Assert.True(TypeSerializers.For<ImmutableList<Point>>().IsImmutable);
        Assert.False(TypeSerializers.For<ImmutableList<int[]>>().IsImmutable);
        Assert.False(TypeSerializers.For<Account>().IsImmutable);
        Assert.False(TypeSerializers.For<Tree>().IsImmutable);
        Assert.False(TypeSerializers.For<(int, List<int>)>().IsImmutable);
        Assert.False(TypeSerializers.For<Tuple<int, byte[]>>().IsImmutable);
        Assert.False(TypeSerializers.For<IReadOnlyList<int>>().IsImmutable);
    }

    [Fact]
    public void A_copy_shares_nothing_that_can_change()
    {
        var tree = new Tree { Name = "root", Children = [new Tree { Name = "leaf" }], ByName = new() { ["y"] = new Tree() } };
        var click = new Click("p", "u", default);

        var copy = TypeSerializers.For<Tree>().Copy(tree);
        tree.Children[0].Children.Add(new Tree());
        tree.ByName["y"]!.ByName = [];

        Assert.Empty(copy.Children[0].Children);
        Assert.Null(copy.ByName!["y"]!.ByName);
        Assert.Same(click, TypeSerializers.For<Click>().Copy(click));
    }

    [Fact]
    public void Every_collection_is_copied()
    {
        CheckCopy(new List<int[]> { new[] { 1 } }, list => list[0][0]);
        CheckCopy(new[] { new[] { 1 } }, list => list[0][0]);
        CheckCopy(new Queue<int[]>(new[] { new[] { 1 } }), list => list.Peek()[0]);
        CheckCopy(ImmutableArray.Create([new[] { 1 }]), list => list[0][0]);
        CheckCopy(new Dictionary<int, int[]> { [1] = [1] }, map => map[1][0]);
        CheckCopy((1, new[] { 1 }), pair => pair.Item2[0]);
    }

    [Fact]
    public void Arrays_of_numbers_and_lists_have_the_same_bytes() => Prop.ForAll<int[]>(numbers =>
        Assert.Equal(Bytes.Of(numbers), Bytes.Of(numbers.ToList()))).Quietly();

    [Fact]
    public void A_comparer_that_would_be_lost_is_refused()
    {
        var set = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        var error = Assert.Throws<StateException>(() => Bytes.Of(set));

        Assert.StartsWith("A 'HashSet<string>' with the comparer 'System.", error.Message, StringComparison.Ordinal);
        Assert.Throws<StateException>(() => Bytes.Of(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)));
        Assert.Empty(Bytes.RoundTrip(new HashSet<string>(StringComparer.Ordinal)));
    }

    [Fact]
    public void An_object_of_an_unknown_subtype_is_refused()
    {
        var error = Assert.Throws<StateException>(() => Bytes.Of<Click>(new LateClick()));

        Assert.Contains("RegisterSubtype<Click, LateClick>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_never_loses_the_members_of_a_subtype() =>
        Assert.Throws<StateException>(() => TypeSerializers.For<Basket>().Copy(new GiftBasket()));

    [Theory]
    [InlineData(typeof(object), "it is object,")]
    [InlineData(typeof(Action), "it is no data that could be written.")]
    [InlineData(typeof(Type), "it is no data that could be written.")]
    [InlineData(typeof(int[,]), "it is an array of several dimensions.")]
    [InlineData(typeof(IComparable), "it is an interface or abstract class without known subtypes.")]
    [InlineData(typeof(Hidden), "it cannot be taken apart and made again: it keeps 'secret', which no public member both shows and sets.")]
    [InlineData(typeof(Unset), "it cannot be taken apart and made again: it keeps 'Items', which no public member both shows and sets.")]
    [InlineData(typeof(List<Holder>), "its member '[].Work' of type 'Func<int>' is no data that could be written.")]
    public void Types_that_cannot_be_serialized_are_refused_with_the_member_and_what_to_do(Type type, string reason)
    {
        var error = Assert.Throws<StateException>(() => TypeSerializers.Check(type));

        Assert.Contains(" cannot be serialized: " + reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Definition, error.Domain);
    }

    private static void CheckRoundTrip<T>() => CheckRoundTrip(ArbMap.Default.ArbFor<T>());

    private static void CheckRoundTrip<T>(Arbitrary<T> values) =>
        Prop.ForAll(values, value => Assert.Equal(value, Bytes.RoundTrip(value))).Quietly();

    private static void CheckAnonymous<T>(T value) => Assert.Equal(value, Bytes.RoundTrip(value));

    private static void CheckSequence<TCollection>(TCollection collection, int[] expected)
        where TCollection : IEnumerable<int> => Assert.Equal(expected, Bytes.RoundTrip(collection));

    private static void CheckCopy<T>(T value, Func<T, int> number)
        where T : notnull
    {
        var copy = TypeSerializers.For<T>().Copy(value);

        Assert.Equal(Bytes.Of(value), Bytes.Of(copy));
        Assert.Equal(number(value), number(copy));
        Assert.False(TypeSerializers.For<T>().IsImmutable);
    }

    private class Basket
    {
        public List<string> Items { get; init; } = [];
    }

    private sealed class GiftBasket : Basket
    {
        public string? Card { get; init; }
    }

    private sealed record LateClick() : Click("", "", default);

    private sealed class Hidden
    {
        private readonly int _secret = Environment.ProcessId;

        public int Id { get; set; }

        public bool IsHere() => _secret == Id;
    }

    private sealed class Unset
    {
        public List<int> Items { get; } = [];
    }

    private sealed record Holder(Func<int> Work);
}
