namespace Akka.Flink.AkkaApi.Tests.Comparison;

using Xunit.Abstractions;
using Xunit.Sdk;

/// <summary>Says what was compared where a run of the tests shows it: as a diagnostic message, beside the output of the test.</summary>
public sealed class SurfaceReporting(IMessageSink sink)
{
    public void Say(ITestOutputHelper output, string line)
    {
        output.WriteLine(line);
        sink.OnMessage(new DiagnosticMessage(line));
    }
}
