namespace Akka.Flink.Formats;

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
}
