namespace Akka.Flink.AkkaContract.Tests.PersistenceSql.Support;

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

    public MissingPostgresTestCase(
        IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnosticMessageSink, display, options, testMethod)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => PostgresBinaries.MissingReason!;
}
