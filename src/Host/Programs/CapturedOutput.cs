namespace Akka.Flink.Host.Programs;

using System.Text;

/// <summary>What a program writes to the console while its job is learned: kept for the message of a failure, and not shown
/// otherwise.</summary>
/// <remarks>
/// Every node calls the entry point, and calls it again for each new attempt, so what it says would come many times, from many processes.
/// What functions of the job write comes from their tasks, and goes to the console as ever.
/// </remarks>
internal sealed class CapturedOutput
{
    private const int MaxLength = 2048;

    private static readonly AsyncLocal<CapturedOutput?> Ambient = new();
    private static readonly Lazy<bool> Installed = new(Install);

    private readonly StringBuilder _text = new();
    private readonly string _program;

    private CapturedOutput(string program) => _program = program;

    /// <summary>What takes the console's output of the program that is running; null where there is none.</summary>
    public static CapturedOutput? Current => Ambient.Value;

    /// <summary>Takes what everything writes that is called from here.</summary>
    /// <param name="program">The program, for messages.</param>
    public static CapturedOutput Begin(string program)
    {
        _ = Installed.Value;
        return Ambient.Value = new CapturedOutput(program);
    }

    /// <summary>Takes a piece of text.</summary>
    /// <param name="text">The text.</param>
    public void Add(ReadOnlySpan<char> text)
    {
        lock (_text)
        {
            _text.Append(text);
            if (_text.Length > 2 * MaxLength)
                _text.Remove(0, _text.Length - MaxLength);
        }
    }

    /// <summary>The end of what was written.</summary>
    public override string ToString()
    {
        lock (_text)
        {
            var text = _text.ToString().TrimEnd();
            return text.Length > MaxLength ? text[^MaxLength..] : text;
        }
    }

    private static bool Install()
    {
        var error = Console.Error;
        Console.SetOut(new RoutedWriter(Console.Out));
        Console.SetError(new RoutedWriter(error));

        // Environment.Exit calls this on the thread that called it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Current is { } exiting)
                error.WriteLine(ProgramErrors.Exits(exiting._program));
        };
        return true;
    }
}
