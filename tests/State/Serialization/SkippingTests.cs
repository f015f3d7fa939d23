namespace Akka.Flink.State.Tests.Serialization;

using Akka.Flink.State.Serialization.Schemas;
using FsCheck;
using FsCheck.Fluent;

public class SkippingTests
{
    [Fact]
    public void A_schema_alone_is_enough_to_skip_exactly_the_value()
    {
        CheckSkipping<int>();
        CheckSkipping<string>();
        CheckSkipping<Guid?>();
        CheckSkipping<Click>();
        CheckSkipping<Nested>();
        CheckSkipping<List<Cell>>();
        CheckSkipping<Dictionary<int, string?[]>>();
        CheckSkipping<(decimal, DateTime, DateTimeOffset, TimeSpan, char)>();
        CheckSkipping<V1.User>();
        CheckSkipping(Gen.Choose(0, 20).Select(length => Chain(length)).ToArbitrary());
        CheckSkipping<DayOfWeek[]>();
    }

    [Fact]
    public void What_a_users_serializer_wrote_cannot_be_skipped() =>
        Assert.Null(SchemaSkipping.For(Schema.Of("tenths"), new ReaderScope()));

    private static V1.Chain? Chain(int length) => length == 0 ? null : new V1.Chain(length, "x", Chain(length - 1));

    private static void CheckSkipping<T>() => CheckSkipping(ArbMap.Default.ArbFor<T>());

    private static void CheckSkipping<T>(Arbitrary<T> values)
    {
        var schema = TypeSerializers.For<T>().Schema;
        var skip = SchemaSkipping.For(schema, new ReaderScope())!;

        Prop.ForAll(values, value =>
        {
            ReadOnlySpan<byte> input = [.. Bytes.Of(value), 1, 2, 3];
            skip(ref input);
            Assert.Equal([1, 2, 3], input.ToArray());
        }).Quietly();
    }
}
