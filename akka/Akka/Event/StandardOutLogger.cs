namespace Akka.Event;

using Akka.Util;

/// <summary>Writes log events to standard output.</summary>
public class StandardOutLogger : MinimalLogger
{
    public static ConsoleColor DebugColor { get; set; } = ConsoleColor.Gray;

    public static ConsoleColor ErrorColor { get; set; } = ConsoleColor.Red;

    public static ConsoleColor InfoColor { get; set; } = ConsoleColor.White;

    public static bool UseColors { get; set; } = true;

    public static ConsoleColor WarningColor { get; set; } = ConsoleColor.Yellow;

    protected override void Log(object message)
    {
        if (message is LogEvent logEvent)
            Print(logEvent);
        else
            Console.WriteLine(message);
    }

    internal static void Print(LogEvent logEvent)
    {
        try
        {
            StandardOutWriter.WriteLine(logEvent.ToString(), UseColors ? ColorOf(logEvent.LogLevel()) : null);
        }
        catch (FormatException cause)
        {
            // The text is made here, so here a template that does not fit its values fails.
            var message = logEvent.Message as LogMessage;
            StandardOutWriter.WriteLine(
                $"[{logEvent.LogLevel().PrettyName()}][{logEvent.LogSource}] The log template [{message?.Format}] does not fit " +
                $"its values [{message?.Unformatted()}]: {cause.Message} Correct the template.");
        }
    }

    private static ConsoleColor ColorOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => DebugColor,
        LogLevel.InfoLevel => InfoColor,
        LogLevel.WarningLevel => WarningColor,
        _ => ErrorColor,
    };
}
