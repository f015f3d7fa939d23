namespace Akka.Flink.Host.Programs;

using System.Text;

/// <summary>The console, except for programs whose jobs are learned: see <see cref="CapturedOutput"/>.</summary>
/// <param name="console">The console.</param>
internal sealed class RoutedWriter(TextWriter console) : TextWriter(console.FormatProvider)
{
    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (CapturedOutput.Current is { } captured)
            captured.Add(buffer);
        else
            console.Write(buffer);
    }

    public override void WriteLine(string? value) => WriteLine(value.AsSpan());

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        if (CapturedOutput.Current is { } captured)
        {
            captured.Add(buffer);
            captured.Add(Environment.NewLine);
        }
        else
        {
            console.WriteLine(buffer);
        }
    }

    public override void Flush() => console.Flush();
}
