namespace Akka.Flink.State.Tests.Serialization;

public class SubtypeTests
{
    [Fact]
    public void Subtypes_with_a_name_are_read_back_as_what_they_are()
    {
        Event[] events = [new Opened(1), new Closed("done"), null!];

        Assert.Equal(events, Bytes.RoundTrip(events));
        Assert.True(TypeSerializers.For<Event>().IsImmutable);
    }

    [Fact]
    public void A_class_is_one_of_its_own_types_unless_it_is_abstract() =>
        Assert.Equal([new Base(1), new Derived(2, 3)], Bytes.RoundTrip<Base[]>([new Base(1), new Derived(2, 3)]));

    [Fact]
    public void Subtypes_are_registered_for_interfaces()
    {
        TypeSerializers.RegisterSubtype<IShape, Circle>("circle");
        TypeSerializers.RegisterSubtype<IShape, Square>("square");

        Assert.Equal([new Circle(1), new Square(2)], Bytes.RoundTrip<IShape[]>([new Circle(1), new Square(2)]));
    }

    [Fact]
    public void Subtypes_contain_their_base_type() =>
        Assert.Equal<Expression>(new Sum(new Number(1), new Sum(new Number(2), new Number(3))),
            Bytes.RoundTrip<Expression>(new Sum(new Number(1), new Sum(new Number(2), new Number(3)))));

    [Fact]
    public void A_subtype_registered_too_late_is_refused()
    {
        TypeSerializers.Check(typeof(Event));

        Assert.Contains("Register at the start",
            Assert.Throws<StateException>(() => TypeSerializers.RegisterSubtype<Event, Opened>("again")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_subtypes_of_one_name_are_refused() =>
        Assert.Contains("have the same name 'same' in serialized data",
            Assert.Throws<StateException>(() => TypeSerializers.Check(typeof(Twin))).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_name_no_known_subtype_are_damaged() =>
        Assert.Equal(ErrorDomain.Internal, Assert.Throws<StateException>(() => Bytes.To<Event>([9])).Domain);

    private abstract record Event;

    [SerializedAs("opened")]
    private sealed record Opened(int Id) : Event;

    [SerializedAs("closed")]
    private sealed record Closed(string Why) : Event;

    private record Base(int Id);

    [SerializedAs("derived")]
    private sealed record Derived(int Id, int More) : Base(Id);

    private interface IShape;

    private sealed record Circle(double Radius) : IShape;

    private sealed record Square(double Side) : IShape;

    private abstract record Expression;

    [SerializedAs("number")]
    private sealed record Number(int Value) : Expression;

    [SerializedAs("sum")]
    private sealed record Sum(Expression Left, Expression Right) : Expression;

    private abstract record Twin;

    [SerializedAs("same")]
    private sealed record First : Twin;

    [SerializedAs("same")]
    private sealed record Second : Twin;
}
