namespace Akka.Flink.Architecture.Tests.Sources;

/// <summary>One place that breaks a rule.</summary>
/// <param name="File">The file, from the root of the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong there, with the values.</param>
/// <param name="Todo">What to do about it.</param>
public sealed record Violation(string File, int Line, string What, string Todo)
{
    public override string ToString() => $"{File}:{Line}: {What} {Todo}";
}
