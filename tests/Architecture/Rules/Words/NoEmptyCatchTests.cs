namespace Akka.Flink.Architecture.Tests.Rules.Words;

public class NoEmptyCatchTests : RuleTests<NoEmptyCatch>
{
    [Theory]
    [InlineData("catch { }", 1)]
    [InlineData("catch (Exception) { }", 1)]
    [InlineData("catch { // whatever\n }", 1)]
    [InlineData("catch (IOException) { }", 1)]
    [InlineData("catch (OperationCanceledException) { // the node stops\n }", 0)]
    [InlineData("catch (Exception cause) { Log(cause); }", 0)]
    public void Wants_a_type_and_a_reason(string clause, int violations) =>
        Assert.Equal(violations, Check("src/A.cs", $"class A {{ void M() {{ try {{ }} {clause} }} }}").Count);
}
