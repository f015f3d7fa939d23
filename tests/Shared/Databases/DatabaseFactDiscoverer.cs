namespace Akka.Flink.Shared.Databases;

using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>Finds the facts of <see cref="DatabaseFactAttribute"/>.</summary>
public sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    private readonly IMessageSink _diagnostics = diagnostics;

    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        MissingPostgresTestCase.TryCreate(_diagnostics, discoveryOptions, testMethod)
        ?? base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
