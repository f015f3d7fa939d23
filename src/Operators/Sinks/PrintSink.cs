namespace Akka.Flink.Sinks;

using System.Globalization;

/// <summary>Writes each record as a line of text to the console, or to a writer.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="prefix">What goes before each line; null for nothing.</param>
/// <param name="output">Where to; null for the console.</param>
/// <remarks><para><b>Output.</b> <c>record</c>, <c>prefix&gt; record</c>, and above parallelism 1 with the subtask's number from 1:
/// <c>2&gt; record</c>, <c>prefix:2&gt; record</c>.</para><para><b>Flink.</b> <c>PrintSink</c>.</para></remarks>
public sealed class PrintSink<T>(string? prefix = null, TextWriter? output = null) : ISink<T>
{
    /// <inheritdoc/>
    public ISinkWriter<T> CreateWriter(ISinkContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var number = context.Parallelism > 1 ? (context.SubtaskIndex + 1).ToString(CultureInfo.InvariantCulture) : null;
        var before = string.Join(':', new[] { prefix, number }.Where(part => !string.IsNullOrEmpty(part)));
        return new Writer(output ?? Console.Out, before.Length == 0 ? "" : $"{before}> ");
    }

    private sealed class Writer(TextWriter output, string before) : ISinkWriter<T>
    {
        public void Write(T value, long timestampMs) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before}{value}"));

        public void Flush(bool endOfInput) => output.Flush();
    }
}
