namespace Akka.Flink.State.Tests.Serialization;

using FsCheck;
using FsCheck.Fluent;

public class DamagedInputTests
{
    private static readonly Nested Sample = new(new Point(1, 2), new Cell(3, "column"), (4, "text"), Level.High, Guid.Empty);

    [Fact]
    public void Input_that_ends_too_early_is_an_error_at_every_length()
    {
        CheckTruncation(Sample);
        CheckTruncation<V1.Animal>(new V1.Dog("rex"));
        CheckTruncation(new Dictionary<string, List<int[]>> { ["a"] = [[1, 2]], ["b"] = [] });
        CheckTruncation((1.5m, DateTimeOffset.UnixEpoch, new DateOnly(2024, 1, 1), Int128.One));
        CheckTruncation(new string('é', 5000));
    }

    [Fact]
    public void Any_bytes_are_either_read_or_refused_as_damaged() => Prop.ForAll<byte[]>(bytes =>
    {
        CheckGarbage<Nested>(bytes);
        CheckGarbage<Tree>(bytes);
        CheckGarbage<Dictionary<int, string>>(bytes);
        CheckGarbage<List<DateTime>>(bytes);
        CheckGarbage<(DateOnly, TimeOnly, DateTimeOffset)>(bytes);
        CheckGarbage<(decimal, bool?)>(bytes);
        CheckGarbage<long[]>(bytes);
    }).Quietly();

    [Fact]
    public void Any_bytes_are_either_a_schema_or_refused_as_damaged() => Prop.ForAll<byte[]>(bytes =>
        Refused(() =>
        {
            ReadOnlySpan<byte> input = [1, .. bytes];
            Schema.Read(ref input);
        })).Quietly();

    [Fact]
    public void A_length_beyond_the_input_makes_no_large_array()
    {
        byte[] huge = [0xff, 0xff, 0xff, 0xff, 0x0f, 1, 2, 3];

        Assert.Throws<StateException>(() => Bytes.To<long[]>(huge));
        Assert.Throws<StateException>(() => Bytes.To<List<string>>(huge));
        Assert.Throws<StateException>(() => Bytes.To<Dictionary<int, int>>(huge));
        Assert.Throws<StateException>(() => Bytes.To<string>(huge));
        Assert.Throws<StateException>(() => Bytes.To<Tree[]>(huge));
    }

    [Fact]
    public void A_schema_of_a_newer_format_is_refused()
    {
        var error = Assert.Throws<StateException>(() =>
        {
            ReadOnlySpan<byte> input = [2, 0];
            Schema.Read(ref input);
        });

        Assert.StartsWith("A schema has format version 2; this program reads versions up to 1. ", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Definition, error.Domain);
    }

    [Fact]
    public void A_map_with_a_key_twice_or_null_as_a_key_is_damaged()
    {
        Assert.Throws<StateException>(() => Bytes.To<Dictionary<string, bool>>([3, 1, 0, 1, 0]));
        Assert.Throws<StateException>(() => Bytes.To<Dictionary<string, bool>>([2, 0, 0]));
    }

    [Fact]
    public void Numbers_that_are_no_value_of_the_type_are_damaged()
    {
        Assert.Throws<StateException>(() => Bytes.To<bool>([2]));
        Assert.Throws<StateException>(() => Bytes.To<DateTime>([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x3f]));
        Assert.Throws<StateException>(() => Bytes.To<DateOnly>([0xff, 0xff, 0xff, 0xff]));
        Assert.Throws<StateException>(() => Bytes.To<decimal>([.. new byte[12], 0, 0, 0xff, 0]));
        Assert.Throws<StateException>(() => Bytes.ToKey<DateTimeOffset>([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]));
    }

    private static void CheckTruncation<T>(T value)
    {
        var bytes = Bytes.Of(value);
        for (var length = 0; length < bytes.Length; length++)
        {
            var part = bytes[..length];
            Assert.Equal(ErrorDomain.Internal, Assert.Throws<StateException>(() => Bytes.To<T>(part)).Domain);
        }
    }

    private static void CheckGarbage<T>(byte[] bytes) => Refused(() =>
    {
        ReadOnlySpan<byte> input = bytes;
        TypeSerializers.For<T>().Read(ref input);
    });

    private static void Refused(Action action)
    {
        try
        {
            action();
        }
        catch (StateException error)
        {
            Assert.Equal(ErrorDomain.Internal, error.Domain);
        }
    }
}
