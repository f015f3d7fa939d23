namespace Akka.Flink.Functions;

/// <summary>What a function is told when it is opened.</summary>
/// <remarks><para><b>Flink.</b> <c>OpenContext</c>; empty there, too. State and names are found in
/// <see cref="RichFunction.RuntimeContext"/>.</para></remarks>
public sealed class OpenContext
{
    internal static readonly OpenContext Instance = new();

    private OpenContext()
    {
    }
}
