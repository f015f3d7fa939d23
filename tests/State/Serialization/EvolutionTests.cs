namespace Akka.Flink.State.Tests.Serialization;

using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

/// <summary>Each case writes with one type and reads with another that has its name.</summary>
public class EvolutionTests
{
    [Fact]
    public void Equal_schemas_are_read_by_the_serializer_itself()
    {
        var serializer = TypeSerializers.For<Nested>();

        Assert.Same(serializer, serializer.ReaderFor(Reread(serializer.Schema)));
    }

    [Fact]
    public void An_added_member_has_its_default_and_a_removed_one_is_skipped() => Prop.ForAll<int, string, Guid[]>((id, name, removed) =>
    {
        var read = Evolve<V1.User, V2.User>(new V1.User(id, name, removed, new V1.Detail(name, [.. removed])));

        Assert.Equal(new V2.User(name, 7, id), read);
        Assert.Equal("kept", read!.Note);
    }).Quietly();

    [Fact]
    public void Members_are_read_in_any_order_and_under_their_former_names() => Prop.ForAll<int, string?>((count, text) =>
        Assert.Equal(
            new V2.Renamed { Title = text, Total = count },
            Evolve<V1.Renamed, V2.Renamed>(new V1.Renamed(count, text)))).Quietly();

    [Fact]
    public void Numbers_are_read_as_any_type_that_holds_all_of_them()
    {
        CheckWidening<sbyte, short>(-5);
        CheckWidening<sbyte, decimal>(-5);
        CheckWidening<byte, Half>(200);
        CheckWidening<byte, UInt128>(200);
        CheckWidening<short, float>(-300);
        CheckWidening<ushort, int>(60000);
        CheckWidening<int, long>(int.MinValue);
        CheckWidening<int, double>(int.MaxValue);
        CheckWidening<int, decimal>(-1);
        CheckWidening<int, Int128>(-1);
        CheckWidening<uint, long>(uint.MaxValue);
        CheckWidening<long, decimal>(long.MinValue);
        CheckWidening<ulong, Int128>(ulong.MaxValue);
        CheckWidening<Half, double>((Half)0.5);
        CheckWidening<float, double>(1.5f);
    }

    [Fact]
    public void Every_widening_that_is_offered_loses_nothing() => Prop.ForAll<int, float, long>((number, real, large) =>
    {
        Assert.Equal(number, (int)Evolve<int, double>(number));
        Assert.Equal(number, (int)Evolve<int, decimal>(number));
        Assert.Equal(real, (float)Evolve<float, double>(real));
        Assert.Equal(large, (long)Evolve<long, Int128>(large));
    }).Quietly();

    [Fact]
    public void Numbers_are_not_read_as_a_type_that_loses_some()
    {
        AssertRefused<long, int>();
        AssertRefused<long, double>();
        AssertRefused<int, float>();
        AssertRefused<int, uint>();
        AssertRefused<double, decimal>();
        AssertRefused<decimal, double>();
        AssertRefused<char, ushort>();
    }

    [Fact]
    public void A_value_becomes_nullable_and_a_nullable_one_is_widened()
    {
        Assert.Equal(5, Evolve<int, int?>(5));
        Assert.Equal(5, Evolve<int, long?>(5));
        Assert.Equal(5, Evolve<int?, long?>(5));
        Assert.Null(Evolve<int?, long?>(null));
        AssertRefused<int?, int>();
    }

    [Fact]
    public void A_struct_becomes_a_class_but_not_the_other_way()
    {
        Assert.Equal(new V2.Moved(1, 2), Evolve<V1.Moved, V2.Moved>(new V1.Moved(1, 2)));
        AssertRefused<V2.Moved, V1.Moved>();
    }

    [Fact]
    public void Collections_evolve_with_their_elements()
    {
        Assert.Equal([1L, 2L], Evolve<int[], List<long>>([1, 2]));
        Assert.Equal([1, 2], Evolve<List<int>, double[]>([1, 2])!);
        Assert.Equal([1], Evolve<HashSet<int>, List<long>>([1])!);
        Assert.Equal(
            new Dictionary<long, decimal?> { [1] = 2 },
            Evolve<Dictionary<int, long>, IReadOnlyDictionary<long, decimal?>>(new() { [1] = 2 }));
        AssertRefused<List<int>, HashSet<int>>();
        AssertRefused<List<int>, List<string>>();
    }

    [Fact]
    public void Types_that_contain_themselves_evolve_at_every_level()
    {
        var read = Evolve<V1.Chain, V2.Chain>(new V1.Chain(1, "a", new V1.Chain(2, "b", null)));

        Assert.Equal(new V2.Chain(1, new V2.Chain(2, null)), read);
    }

    [Fact]
    public void A_removed_member_that_contains_itself_is_skipped() =>
        Assert.Equal(new V2.Slim(3), Evolve<V1.Slim, V2.Slim>(new V1.Slim(new V1.Chain(1, "a", new V1.Chain(2, "b", null)), 3)));

    [Fact]
    public void Removed_members_of_every_kind_are_skipped()
    {
        var all = new V1.Everything(
            new V1.Chain(1, "x", null), Level.High, 5, [1, 2], new() { ["a"] = [1m] }, new Uri("https://example.org"), new V1.Dog("rex"),
            "\ud800",
            (true, 'c', Half.One, 1f, 2d, Int128.One, DateTimeOffset.UnixEpoch), 42);

        Assert.Equal(new V2.Everything(42), Evolve<V1.Everything, V2.Everything>(all));
    }

    [Fact]
    public void Enums_are_read_by_name() =>
        Assert.Equal([V2.Color.Green, V2.Color.Crimson], Evolve<V1.Color[], V2.Color[]>([V1.Color.Green, V1.Color.Red]));

    [Fact]
    public void Flags_are_read_by_the_names_of_their_bits() =>
        Assert.Equal(V2.Rights.Read | V2.Rights.Delete, Evolve<V1.Rights, V2.Rights>(V1.Rights.Read | V1.Rights.Delete));

    [Fact]
    public void An_enum_without_a_name_that_was_written_is_refused() => AssertRefused<V2.Color, V1.Color>();

    [Fact]
    public void A_number_without_a_name_is_refused_where_it_is_read() =>
        Assert.Contains("was written as 77", Assert.Throws<StateException>(() => Evolve<V1.Color, V2.Color>((V1.Color)77)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void An_enum_that_got_names_reads_numbers_without_a_name() =>
        Assert.Equal([V2.Grade.Best, (V2.Grade)77], Evolve<V1.Grade[], V2.Grade[]>([V1.Grade.Best, (V1.Grade)77]));

    [Fact]
    public void Subtypes_are_read_by_name_and_a_missing_one_is_refused()
    {
        Assert.Equal(new V2.Dog("rex", 4), Evolve<V1.Animal, V2.Animal>(new V1.Dog("rex")));
        AssertRefused<V2.Animal, V1.Animal>();
    }

    [Fact]
    public void A_class_that_got_subtypes_reads_what_was_written_without() =>
        Assert.Equal(new V2.Message("hi"), Evolve<V1.Message, V2.Message>(new V1.Message("hi")));

    [Fact]
    public void A_type_of_another_name_is_refused_with_both_schemas()
    {
        var error = Assert.Throws<StateException>(() => TypeSerializers.For<Cell>().ReaderFor(
            TypeSerializers.For<Point>().Schema, "State 'x' of operator 'y'"));

        Assert.StartsWith(
            "State 'x' of operator 'y' was written as Akka.Flink.State.Tests.Serialization.Point{X: int64, Y: int64}; " +
            "Akka.Flink.State.Tests.Serialization.Cell{Row: int32, Column: string} cannot read it.", error.Message,
                StringComparison.Ordinal);
    }

    [Fact]
    public void Tuples_evolve_by_position()
    {
        Assert.Equal((1L, "a", null), Evolve<(int, string), (long, string, int?)>((1, "a")));
        Assert.Equal((1, "a"), Evolve<(int, string, Guid), (int, string)>((1, "a", default)));
    }

    private static TTo? Evolve<TFrom, TTo>(TFrom value)
    {
        var reader = TypeSerializers.For<TTo>().ReaderFor(Reread(TypeSerializers.For<TFrom>().Schema), "The test's value");
        return Bytes.To(reader, Bytes.Of(value));
    }

    private static void CheckWidening<TFrom, TTo>(TFrom value)
        where TFrom : System.Numerics.INumberBase<TFrom>
        where TTo : System.Numerics.INumberBase<TTo> => Assert.Equal(TTo.CreateChecked(value), Evolve<TFrom, TTo>(value));

    private static void AssertRefused<TFrom, TTo>() =>
        Assert.Null(TypeSerializers.For<TTo>().ReaderFor(TypeSerializers.For<TFrom>().Schema));

    private static Schema Reread(Schema schema)
    {
        var output = new ArrayBufferWriter<byte>();
        schema.Write(output);
        var input = output.WrittenSpan;
        var read = Schema.Read(ref input);
        Assert.Equal(schema, read);
        return read;
    }
}
