namespace Akka.Flink.Operators.Tests;

using Akka.Flink.Operators;

internal sealed class OutletFactory<T>(List<string> output, string? prefix = null) : OneInputFactory<T, T>
{
    public override Operator Create(OperatorContext context, Output<T> unused) => new Outlet<T>(context, output, prefix);
}
