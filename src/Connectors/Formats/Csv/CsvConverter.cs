namespace Akka.Flink.Formats;

/// <summary>Reads and writes what stands in a column.</summary>
/// <typeparam name="T">The type of the member.</typeparam>
internal abstract class CsvConverter<T>
{
    /// <summary>Reads a value.</summary>
    /// <param name="field">What stands there, without quotes.</param>
    /// <param name="isQuoted">Whether it stood in quotes.</param>
    /// <exception cref="FormatException">It is no such value.</exception>
    public abstract T Read(ReadOnlySpan<byte> field, bool isQuoted);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">Where to.</param>
    public abstract void Write(T value, CsvOutput output);
}
