namespace Akka.Util;

/// <summary>Writes to the console so that lines and colours of several threads do not mix.</summary>
public static class StandardOutWriter
{
    private static readonly Lock Writing = new();

    public static void Write(string message, ConsoleColor? foregroundColor = null, ConsoleColor? backgroundColor = null) =>
        WriteCore(message, foregroundColor, backgroundColor);

    public static void WriteLine(string message, ConsoleColor? foregroundColor = null, ConsoleColor? backgroundColor = null) =>
        WriteCore(message + Environment.NewLine, foregroundColor, backgroundColor);

    private static void WriteCore(string message, ConsoleColor? foreground, ConsoleColor? background)
    {
        lock (Writing)
        {
            var coloured = (foreground.HasValue || background.HasValue) && !Console.IsOutputRedirected;
            if (coloured)
                SetColours(foreground, background);

            Console.Write(message);

            if (coloured)
                Console.ResetColor();
        }
    }

    private static void SetColours(ConsoleColor? foreground, ConsoleColor? background)
    {
        if (foreground.HasValue)
            Console.ForegroundColor = foreground.Value;
        if (background.HasValue)
            Console.BackgroundColor = background.Value;
    }
}
