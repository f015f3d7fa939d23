namespace Akka.Flink.Formats;

using System.Reflection;
using Akka.Flink.Sources;

/// <summary>Every way in which formats fail, in one place.</summary>
internal static class FormatErrors
{
    public static JobException NoJson(Type type, Exception cause) => new(ErrorDomain.Definition,
        $"'{type}' cannot be read and written as JSON: {cause.Message} Change the type, or give JsonFormat.Of a JsonTypeInfo with a " +
        "converter for it.", cause);

    public static JobException UnknownPolicy(string value) => new(ErrorDomain.Definition,
        $"'akka.flink.{MalformedRecords.Key}' is '{value}'. Set it to 'fail' or 'skip', or leave it out.");

    public static JobException Malformed(ISourceReaderContext context, string source, string place, Exception cause) =>
        new(ErrorDomain.Definition,
            $"{source}, {place}: the record cannot be read by source '{context.OperatorName}' ({context.OperatorUid}), subtask " +
            $"{context.SubtaskIndex} of {context.Parallelism}: {cause.Message} Correct it, build the source with MalformedRecords.Skip " +
            $"or a side output, or set 'akka.flink.{MalformedRecords.Key} = skip'.", cause);

    public static JobException BadSeparator(char separator) => new(ErrorDomain.Definition,
        $"Columns cannot be separated by '{separator}' (U+{(int)separator:X4}): it may be part of a value. Give CsvOptions a comma, a " +
        "semicolon, a tab or a bar.");

    public static JobException NoCsv(Type type, string reason) => new(ErrorDomain.Definition,
        $"'{type}' cannot be read and written as CSV: {reason} Use a record of texts, numbers, dates, enums and the like, or another " +
        "format.");

    public static JobException NoColumn(Type type, PropertyInfo member) =>
        NoCsv(type, $"its member '{member.Name}' is of type '{member.PropertyType}', which no column can hold.");

    public static FormatException IsNull() => new("It is null, where an object is expected.");

    public static FormatException NoneOf(string[] names) => new($"It is none of {string.Join(", ", names)}.");

    public static FormatException TooLong(int most) => new($"It has more than {most} characters.");

    public static FormatException NoBoolean() => new("It is neither true nor false.");

    public static FormatException MissingColumn(string name, string[] present) => new(
        $"The column '{name}' is missing; there are {string.Join(", ", present.Select(each => $"'{each}'"))}.");

    public static FormatException WrongColumnCount(int found, int expected) => new($"It has {found} columns instead of {expected}.");

    public static FormatException TextBehindQuotes(int column) => new($"Something stands behind the quotes of its column {column}.");

    public static FormatException OpenQuotes(int column) => new(
        $"The quotes of its column {column} are not closed. Texts of several lines need CsvOptions.AllowsLineBreaks.");

    public static FormatException BadColumn(string name, string value, Type type, Exception cause) => new(
        $"Its column '{name}' holds '{value}', which is no {(Nullable.GetUnderlyingType(type) ?? type).Name}: {cause.Message}", cause);
}
