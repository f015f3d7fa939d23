namespace Akka.Flink.State.Tests.Serialization;

using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

public class KeyCodecTests
{
    [Fact]
    public void Keys_are_read_back_as_the_same_keys()
    {
        CheckRoundTrip<bool>();
        CheckRoundTrip<byte>();
        CheckRoundTrip<int>();
        CheckRoundTrip<long>();
        CheckRoundTrip<char>();
        CheckRoundTrip<float>();
        CheckRoundTrip<double>();
        CheckRoundTrip<decimal>();
        CheckRoundTrip<string>();
        CheckRoundTrip<Guid>();
        CheckRoundTrip<DateTime>();
        CheckRoundTrip<DateTimeOffset>();
        CheckRoundTrip<TimeSpan>();
        CheckRoundTrip(Generated.Dates);
        CheckRoundTrip(Generated.Times);
        CheckRoundTrip<DayOfWeek>();
        CheckRoundTrip<int?>();
        CheckRoundTrip<(long, string?)>();
        CheckRoundTrip<(int, decimal, Guid?)>();
        CheckRoundTrip<Tuple<string, int>>();
        CheckRoundTrip<Point>();
        CheckRoundTrip<Cell>();
        CheckRoundTrip<Click>();
    }

    [Fact]
    public void Equal_keys_and_only_those_have_equal_bytes() => Prop.ForAll<Cell[]>(cells =>
    {
        var codec = KeyCodecs.For<Cell>();
        foreach (var left in cells)
        {
            foreach (var right in cells)
            {
                Assert.Equal(left == right, codec.Equals(left, right));
                Assert.Equal(left == right, Bytes.OfKey(left).AsSpan().SequenceEqual(Bytes.OfKey(right)));
                Assert.True(left != right || codec.Hash(left) == codec.Hash(right));
            }
        }
    }).Quietly();

    [Fact]
    public void Decimals_are_keys_by_value_not_by_digits() => Prop.ForAll<int, byte>((number, zeros) =>
    {
        var plain = number / 100m;
        var padded = plain;
        for (var i = 0; i < zeros % 15; i++)
            padded *= 1.0m;

        AssertSame(plain, padded);
    }).Quietly();

    [Fact]
    public void Zero_is_one_decimal_key_with_any_sign_and_digits() => AssertSame(0m, new decimal(0, 0, 0, isNegative: true, scale: 5));

    [Fact]
    public void Large_decimals_with_trailing_zeros_keep_their_value()
    {
        AssertSame(79228162514264337593543950335m, decimal.MaxValue);
        AssertSame(7.9228162514264337593543950330m, 7.922816251426433759354395033m);
    }

    [Fact]
    public void Positive_and_negative_zero_are_two_keys()
    {
        AssertDifferent(0d, -0d);
        AssertDifferent(0f, -0f);
        AssertDifferent((Half)0f, (Half)(-0f));
    }

    [Fact]
    public void Every_NaN_is_the_same_key()
    {
        AssertSame(double.NaN, BitConverter.Int64BitsToDouble(0x7ff8000000000123));
        AssertSame(float.NaN, BitConverter.Int32BitsToSingle(0x7fc00123));
        AssertSame(Half.NaN, BitConverter.Int16BitsToHalf(0x7e01));
    }

    [Fact]
    public void Equal_moments_with_different_offsets_are_one_key()
    {
        var noon = new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

        AssertSame(noon, noon.ToOffset(TimeSpan.FromHours(2)));
    }

    [Fact]
    public void Times_of_different_kinds_are_different_keys_and_keep_their_kind()
    {
        var utc = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

        AssertDifferent(utc, DateTime.SpecifyKind(utc, DateTimeKind.Unspecified));
        Assert.Equal(DateTimeKind.Utc, Bytes.ToKey<DateTime>(Bytes.OfKey(utc)).Kind);
    }

    [Fact]
    public void Long_strings_and_strings_that_are_no_text_are_keys() => Assert.All(
        new[] { new string('x', 5000), new string('é', 3000), string.Concat(Enumerable.Repeat("😀", 2000)),
            "x" + string.Concat(Enumerable.Repeat("😀", 2000)), "\ud800", "a\udc00b", new string('\ud800', 100) },
        text => Assert.Equal(text, Bytes.ToKey<string>(Bytes.OfKey(text))));

    [Fact]
    public void Different_lone_surrogates_are_different_keys() => AssertDifferent("\ud800", "\ud801");

    [Fact]
    public void Null_is_a_key_at_any_depth()
    {
        Assert.Null(Bytes.ToKey<string?>(Bytes.OfKey<string?>(null)));
        Assert.Null(Bytes.ToKey<Point?>(Bytes.OfKey<Point?>(null)));
        Assert.Equal((null, null), Bytes.ToKey<(string?, int?)>(Bytes.OfKey<(string?, int?)>((null, null))));
        AssertDifferent<string?>(null, "");
        AssertDifferent<Point?>(null, new Point(0, 0));
    }

    [Fact]
    public void Visitors_get_a_codec_without_fields() => Assert.Equal(("hello".Length, true), KeyCodecs.Visit(new SizeVisitor("hello")));

    [Fact]
    public void A_key_of_a_subtype_is_refused_where_it_is_hashed()
    {
        var codec = KeyCodecs.For<Click>();

        var error = Assert.Throws<StateException>(() => codec.Hash(new SpecialClick()));

        Assert.Contains("'Akka.Flink.State.Tests.Serialization.KeyCodecTests.SpecialClick'", error.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorDomain.Function, error.Domain);
    }

    [Fact]
    public void A_type_brings_its_own_codec_by_attribute()
    {
        AssertSame(new CaseInsensitive("Abc"), new CaseInsensitive("aBC"));
        AssertSame((1, new CaseInsensitive("Abc")), (1, new CaseInsensitive("aBC")));
    }

    [Fact]
    public void A_codec_is_registered_for_a_type_of_somebody_else()
    {
        KeyCodecs.Register<Version, VersionCodec>();
        KeyCodecs.Register<Version, VersionCodec>();

        AssertSame(new Version(1, 2), new Version(1, 2));
    }

    [Fact]
    public void Another_codec_of_a_type_in_use_is_refused()
    {
        KeyCodecs.Check(typeof(CaseInsensitive));

        Assert.Contains("before the first KeyBy",
            Assert.Throws<StateException>(() => KeyCodecs.Register<CaseInsensitive, OtherCodec>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schemas_tell_key_types_with_different_bytes_apart()
    {
        Assert.Equal("key{key: struct{1: int64, 2: string}}", KeyCodecs.SchemaOf(typeof((long, string))).ToString());
        Assert.NotEqual(KeyCodecs.SchemaOf(typeof(int)), KeyCodecs.SchemaOf(typeof(long)));
        Assert.NotEqual(KeyCodecs.SchemaOf(typeof(Point)), KeyCodecs.SchemaOf(typeof((long, long))));
        Assert.Equal(KeyCodecs.SchemaOf(typeof(Level)), KeyCodecs.SchemaOf(typeof(byte)));
    }

    private static void CheckRoundTrip<T>() => CheckRoundTrip(ArbMap.Default.ArbFor<T>());

    private static void CheckRoundTrip<T>(Arbitrary<T> keys) => Prop.ForAll(keys, key =>
    {
        var codec = KeyCodecs.For<T>();

        var read = Bytes.ToKey<T>(Bytes.OfKey(key));

        Assert.True(codec.Equals(key, read));
        Assert.Equal(codec.Hash(key), codec.Hash(read));
        Assert.Equal(Bytes.OfKey(key), Bytes.OfKey(read));
    }).Quietly();

    private static void AssertSame<T>(T left, T right)
    {
        Assert.True(KeyCodecs.For<T>().Equals(left, right));
        Assert.Equal(KeyCodecs.For<T>().Hash(left), KeyCodecs.For<T>().Hash(right));
        Assert.Equal(Bytes.OfKey(left), Bytes.OfKey(right));
        Assert.True(KeyCodecs.For<T>().Equals(left, Bytes.ToKey<T>(Bytes.OfKey(right))));
    }

    private static void AssertDifferent<T>(T left, T right)
    {
        Assert.False(KeyCodecs.For<T>().Equals(left, right));
        Assert.NotEqual(KeyCodecs.For<T>().Hash(left), KeyCodecs.For<T>().Hash(right));
        Assert.NotEqual(Bytes.OfKey(left), Bytes.OfKey(right));
    }

    private sealed class SizeVisitor(string text) : IKeyCodecVisitor<string, (int Length, bool IsEmptyStruct)>
    {
        public (int Length, bool IsEmptyStruct) Visit<TCodec>(TCodec codec)
            where TCodec : struct, IKeyCodec<string>
        {
            var output = new ArrayBufferWriter<byte>();
            codec.Write(output, text);
            return (output.WrittenCount - 1, typeof(TCodec).GetFields().Length == 0);
        }
    }

    private sealed record SpecialClick() : Click("", "", default);

    [KeyCodec(typeof(CaseInsensitiveCodec))]
    private sealed record CaseInsensitive(string Text);

    private readonly struct CaseInsensitiveCodec : IKeyCodec<CaseInsensitive>
    {
        public uint Hash(CaseInsensitive key) => KeyCodecs.For<string>().Hash(key.Text.ToUpperInvariant());

        public bool Equals(CaseInsensitive left, CaseInsensitive right) =>
            string.Equals(left.Text, right.Text, StringComparison.OrdinalIgnoreCase);

        public void Write(IBufferWriter<byte> output, CaseInsensitive key) =>
            KeyCodecs.For<string>().Write(output, key.Text.ToUpperInvariant());

        public CaseInsensitive Read(ref ReadOnlySpan<byte> input) => new(KeyCodecs.For<string>().Read(ref input));
    }

    private readonly struct OtherCodec : IKeyCodec<CaseInsensitive>
    {
        public uint Hash(CaseInsensitive key) => 0;

        public bool Equals(CaseInsensitive left, CaseInsensitive right) => true;

        public void Write(IBufferWriter<byte> output, CaseInsensitive key) => output.Advance(0);

        public CaseInsensitive Read(ref ReadOnlySpan<byte> input) => new("");
    }

    private readonly struct VersionCodec : IKeyCodec<Version>
    {
        public uint Hash(Version key) => KeyCodecs.For<string>().Hash(key.ToString());

        public bool Equals(Version left, Version right) => left == right;

        public void Write(IBufferWriter<byte> output, Version key) => KeyCodecs.For<string>().Write(output, key.ToString());

        public Version Read(ref ReadOnlySpan<byte> input) => new(KeyCodecs.For<string>().Read(ref input));
    }
}
