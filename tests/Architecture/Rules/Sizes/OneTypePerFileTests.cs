namespace Akka.Flink.Architecture.Tests.Rules.Sizes;

public class OneTypePerFileTests : RuleTests<OneTypePerFile>
{
    private const string Large = "{\n\n\n\n\n\n\n}";

    [Theory]
    [InlineData("A.cs", "class B { }")]
    [InlineData("A.cs", "class A { } class B " + Large)]
    [InlineData("A.cs", "namespace N { class A { } } namespace M { enum B " + Large + " }")]
    public void Refuses_a_second_type_and_a_wrong_name(string file, string code) => Assert.Single(Check("src/State/" + file, code));

    [Theory]
    [InlineData("A.cs", "namespace N; class A { class B " + Large + " }")]
    [InlineData("A.Log.cs", "partial class A { }")]
    [InlineData("A{T}.cs", "class A<T> { }")]
    [InlineData("AOfT.cs", "class A<T> { }")]
    [InlineData("A`1.cs", "class A<T> { }")]
    [InlineData("A.cs", "class A<T> " + Large + " class A<T, U> " + Large)]
    [InlineData("A.cs", "class A " + Large + " record Small(int X); delegate void Tiny();")]
    [InlineData("AssemblyInfo.cs", "[assembly: X]")]
    public void Accepts_parts_arities_and_tiny_companions(string file, string code) => Assert.Empty(Check("src/State/" + file, code));
}
