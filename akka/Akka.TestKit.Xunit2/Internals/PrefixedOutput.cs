namespace Akka.TestKit.Xunit2.Internals;

using Xunit.Abstractions;

/// <summary>Tells apart the log lines of several actor systems in one test.</summary>
internal sealed class PrefixedOutput : ITestOutputHelper
{
    private readonly ITestOutputHelper _output;
    private readonly string _prefix;

    public PrefixedOutput(ITestOutputHelper output, string prefix)
    {
        _output = output;
        _prefix = prefix;
    }

    public void WriteLine(string message) => _output.WriteLine(_prefix + message);

    public void WriteLine(string format, params object[] args) => _output.WriteLine(_prefix + format, args);
}
