namespace Akka.Flink.Conformance.Tests;

using System.Collections.Immutable;

public class StepComparerTests
{
    private static readonly Element A = new(ElementKind.Record, "a", 1);
    private static readonly Element B = new(ElementKind.Record, "b", 1);
    private static readonly Element C = new(ElementKind.Record, "c", 1);
    private static readonly Element Watermark = new(ElementKind.Watermark, "5");
    private static readonly Element OnTheSide = new(ElementKind.Record, "a", 1, "late");

    [Fact]
    public void Accepts_equal_elements_in_order() => Assert.Null(Compare([One(A), One(Watermark)], A, Watermark));

    [Fact]
    public void Refuses_another_order_of_records_and_watermarks() => Assert.Equal("", Compare([One(A), One(Watermark)], Watermark, A));

    [Fact]
    public void Refuses_less_and_more()
    {
        Assert.NotNull(Compare([One(A), One(B)], A));
        Assert.NotNull(Compare([One(A)], A, A));
        Assert.NotNull(Compare([], A));
    }

    [Fact]
    public void Refuses_another_timestamp_or_none()
    {
        Assert.NotNull(Compare([One(A)], A with { Timestamp = 2 }));
        Assert.NotNull(Compare([One(A)], A with { Timestamp = null }));
    }

    [Fact]
    public void Compares_side_outputs_by_themselves()
    {
        Assert.Null(Compare([One(OnTheSide), One(A)], A, OnTheSide));
        Assert.Equal("side output 'late'", Compare([One(OnTheSide), One(A)], A, OnTheSide with { Content = "b" }));
        Assert.NotNull(Compare([One(OnTheSide)], A));
    }

    [Fact]
    public void Accepts_groups_in_any_order_but_each_in_its_own()
    {
        var groups = AnyOrder([A, B], [C, C]);

        Assert.Null(Compare([groups, One(Watermark)], C, C, A, B, Watermark));
        Assert.NotNull(Compare([groups], C, A, C, B));
        Assert.NotNull(Compare([groups], B, A, C, C));
    }

    [Fact]
    public void Tries_every_way_where_a_group_is_the_beginning_of_another()
    {
        Assert.Null(Compare([AnyOrder([A], [A, B], [A, B, A])], A, B, A, A, A, B));
        Assert.Null(Compare([AnyOrder([A, B], [A]), One(B)], A, A, B, B));
        Assert.Null(Compare([AnyOrder([A, B], [A]), One(B)], A, B, A, B));
    }

    [Fact]
    public void Sees_of_groups_what_concerns_a_channel()
    {
        var groups = AnyOrder([A, OnTheSide], [B, OnTheSide with { Content = "b" }]);

        Assert.Null(Compare([groups], B, A, OnTheSide, OnTheSide with { Content = "b" }));
    }

    [Fact]
    public void Accepts_an_error_of_any_kind_where_one_is_expected()
    {
        Assert.Null(Compare([One(new Element(ElementKind.Error, "noTimestamp"))], new Element(ElementKind.Error, "JobException")));
        Assert.NotNull(Compare([One(new Element(ElementKind.Error, "noTimestamp"))], A));
        Assert.NotNull(Compare([One(A)], new Element(ElementKind.Error, "JobException")));
    }

    [Fact]
    public void Compares_calls_in_any_order()
    {
        var (one, two) = (new Element(ElementKind.Invoke, "1"), new Element(ElementKind.Invoke, "2"));

        Assert.Null(Compare([One(one), One(A), One(two)], two, one, A));
        Assert.NotNull(Compare([One(one)], one, one));
    }

    [Theory]
    [InlineData("""{"b":1,"a":null}""", """{ "a": null, "b": 1 }""", true)]
    [InlineData("""{"a":null}""", """{}""", false)]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""", false)]
    [InlineData("""{"a":9223372036854775807}""", """{"a":9223372036854775806}""", false)]
    [InlineData("""{"a":"1"}""", """{"a":1}""", false)]
    public void Compares_objects_by_fields(string left, string right, bool areEqual) =>
        Assert.Equal(areEqual, CanonicalJson.Of(left) == CanonicalJson.Of(right));

    private static string? Compare(ImmutableArray<ExpectedPart> expected, params Element[] seen) =>
        StepComparer.FirstDifference(expected, seen);

    private static ExpectedPart One(Element element) => ExpectedPart.Of(element);

    private static ExpectedPart AnyOrder(params ImmutableArray<Element>[] groups) => new([.. groups]);
}
