namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>Finds the facts of <see cref="DatabaseFactAttribute"/>: only the discovery knows the derived class.</summary>
public sealed class DatabaseFactDiscoverer(IMessageSink diagnostics) : FactDiscoverer(diagnostics)
{
    private readonly IMessageSink _diagnostics = diagnostics;

    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        testMethod.TestClass.Class.Name.Contains("Postgre", StringComparison.Ordinal) && PostgresBinaries.MissingReason is not null
            ? new MissingPostgresTestCase(
                _diagnostics,
                discoveryOptions.MethodDisplayOrDefault(),
                discoveryOptions.MethodDisplayOptionsOrDefault(),
                testMethod)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}
