namespace Akka.Flink.Shared.Databases;

using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>A test that is not run because there is no PostgreSQL.</summary>
public sealed class MissingPostgresTestCase : XunitTestCase
{
    /// <summary>For the deserializer of the test framework.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserializer only.")]
    public MissingPostgresTestCase()
    {
    }

    private MissingPostgresTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnosticMessageSink, display, options, testMethod)
    {
    }

    /// <summary>Null where the test can run: only the discovery knows which class derives from the one that has the test.</summary>
    public static IXunitTestCase? TryCreate(IMessageSink diagnostics, ITestFrameworkDiscoveryOptions options, ITestMethod method) =>
        PostgresBinaries.MissingReason is not null && method.TestClass.Class.Name.Contains("PostgreSql", StringComparison.Ordinal)
            ? new MissingPostgresTestCase(diagnostics, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
            : null;

    protected override string GetSkipReason(IAttributeInfo factAttribute) => PostgresBinaries.MissingReason!;
}
