namespace Akka.Flink.Formats;

using System.Buffers;

/// <summary>Records as lines of CSV.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <remarks>
/// Made by <see cref="CsvFormat"/>. Numbers and dates are those of the invariant culture, dates in ISO 8601 (without an offset: UTC),
/// enums by name. Text is put in quotes where it needs them; a quote within is doubled. An empty column is null where a member may be,
/// an empty text in quotes never.
/// </remarks>
public sealed class CsvFormat<T> : IFormat<T>
{
    private readonly CsvOptions _options;
    private readonly CsvShape<T> _shape;

    internal CsvFormat(CsvOptions options, CsvShape<T> shape) => (_options, _shape) = (options, shape);

    /// <inheritdoc/>
    public RecordFraming Framing => _options.AllowsLineBreaks ? RecordFraming.QuotedLines : RecordFraming.NonBlankLines;

    /// <inheritdoc/>
    public bool HasHeader => _options.HasHeader;

    /// <inheritdoc/>
    public IRecordDeserializer<T> CreateDeserializer() => new Deserializer(_options, _shape);

    /// <inheritdoc/>
    public IRecordSerializer<T> CreateSerializer() => new Serializer(_options, _shape);

    private sealed class Deserializer(CsvOptions options, CsvShape<T> shape) : IRecordDeserializer<T>
    {
        private readonly CsvRow _row = new((byte)options.Separator, shape.Columns.Count);

        public T Deserialize(ReadOnlySpan<byte> bytes)
        {
            _row.Split(bytes);
            _row.CheckCount();
            return shape.Read(_row);
        }

        public void ReadHeader(ReadOnlySpan<byte> line)
        {
            _row.Split(line);
            _row.TakeHeader(shape.Columns);
        }
    }

    private sealed class Serializer(CsvOptions options, CsvShape<T> shape) : IRecordSerializer<T>
    {
        private readonly CsvOutput _output = new((byte)options.Separator);

        public void Serialize(T value, IBufferWriter<byte> output)
        {
            _output.Begin(output);
            shape.Write(value, _output);
        }

        public void WriteHeader(IBufferWriter<byte> output)
        {
            if (!options.HasHeader)
                return;

            _output.Begin(output);
            foreach (var column in shape.Columns)
            {
                _output.BeginColumn();
                _output.WriteText(column.Name);
            }

            output.Write("\n"u8);
        }
    }
}
