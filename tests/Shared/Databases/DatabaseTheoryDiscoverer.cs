namespace Akka.Flink.Shared.Databases;

using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>Finds the theories of <see cref="DatabaseTheoryAttribute"/>.</summary>
public sealed class DatabaseTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    private readonly IMessageSink _diagnostics = diagnostics;

    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        MissingPostgresTestCase.TryCreate(_diagnostics, discoveryOptions, testMethod) is { } missing
            ? [missing]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}
