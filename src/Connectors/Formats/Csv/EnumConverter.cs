namespace Akka.Flink.Formats;

using System.Text;

/// <summary>Enums by their names, in any case.</summary>
/// <typeparam name="T">The type of the member.</typeparam>
internal sealed class EnumConverter<T> : CsvConverter<T>
    where T : struct, Enum
{
    public override T Read(ReadOnlySpan<byte> field, bool isQuoted) =>
        Enum.TryParse<T>(Encoding.UTF8.GetString(field), ignoreCase: true, out var value)
            ? value
            : throw FormatErrors.NoneOf(Enum.GetNames<T>());

    public override void Write(T value, CsvOutput output) => output.WriteText(value.ToString());
}
