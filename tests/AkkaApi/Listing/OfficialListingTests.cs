namespace Akka.Flink.AkkaApi.Tests.Listing;

public class OfficialListingTests
{
    [Fact]
    public void Joins_a_member_that_is_cut_at_an_attribute()
    {
        var type = Parse("A.Cell",
            "A.Cell | public class",
            "A.Cell :: public void Queued(A.IRef subject, [System.Runtime.CompilerServices.NullableAttribute(new byte[] {",
            "A.Cell :: 0",
            "A.Cell :: 1})] A.Option<object> message)",
            "A.Cell :: 0",
            "A.Cell :: 1})]",
            "A.Cell :: \"until the next version.\")]",
            "A.Cell :: public void Next()");

        Assert.Equal(["public void Queued(A.IRef subject, A.Option<object> message)", "public void Next()"], type.Members);
    }

    [Theory]
    [InlineData("Akka.Dispatch.IProducesMessageQueue<TQueue>.IRequiresMessageQueue<T>", "Akka.Dispatch.IRequiresMessageQueue`1")]
    [InlineData("Akka.Dispatch.IProducesMessageQueue<TQueue>.IRequiresMessageQueue<T>.Mailbox", "Akka.Dispatch.Mailbox")]
    [InlineData("Akka.Dispatch.IProducesMessageQueue<TQueue>.IMessageQueue", "Akka.Dispatch.MessageQueues.IMessageQueue")]
    [InlineData("Akka.Actor.static Futures", "Akka.Actor.Futures")]
    [InlineData("Akka.Delivery.static Controller.Message<T>", "Akka.Delivery.Controller.Message`1")]
    [InlineData("Akka.Actor.IExtensionId<out T>", "Akka.Actor.IExtensionId`1")]
    public void Undoes_what_scraping_did_to_names(string scraped, string name) =>
        Assert.Equal(name, Parse(name, $"{scraped} | public class").Name);

    [Fact]
    public void Tells_a_static_class_from_one_nested_in_it()
    {
        Assert.Equal("public static class A.Outer", Parse("A.Outer", "A.static Outer | public class").Declaration);
        Assert.Equal("public class A.Outer.Inner", Parse("A.Outer.Inner", "A.static Outer.Inner | public class").Declaration);
    }

    [Fact]
    public void Splits_bases_between_types_only() => Assert.Equal(
        ["A.Base<X, Y>", "A.IOther"],
        Parse("A.Cell", "A.Cell | public class : A.Base<X, Y>, A.IOther").Bases);

    [Theory]
    [InlineData("public T Ask<T>(A.Box<T> box)", "Ask")]
    [InlineData("public byte[] ToBinary(object obj)", "ToBinary")]
    [InlineData("public byte this[int index] { get; }", "this")]
    [InlineData("public static bool ==(A.B left, A.B right)", "==")]
    [InlineData("System.Func<int> Value { get; }", "Value")]
    [InlineData("public const int Zero = 0", "Zero")]
    public void Finds_the_name_in_a_member(string member, string name) => Assert.Equal(name, ListingText.NameOf(member));

    private static OfficialType Parse(string name, params string[] lines) => OfficialListing.Parse(lines).Find(name)!;
}
