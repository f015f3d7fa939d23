namespace Akka.Flink.AkkaContract.Tests.Lifecycle;

/// <summary>Makes a <see cref="Reporter"/> throw.</summary>
public sealed record Boom(string Text)
{
    public override string ToString() => "Boom";
}
