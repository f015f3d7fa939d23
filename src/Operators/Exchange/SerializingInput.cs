namespace Akka.Flink.Operators;

using System.Buffers;
using Akka.Flink.State;

/// <summary>An edge over which every value goes as bytes, or as a copy: what comes out shares nothing with what went in.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="next">What takes the records.</param>
/// <param name="serializer">Writes and reads, or copies.</param>
/// <param name="throughBytes">Whether through bytes; otherwise by <see cref="ITypeSerializer{T}.Copy"/>.</param>
internal sealed class SerializingInput<T>(IInput<T> next, ITypeSerializer<T> serializer, bool throughBytes) : IInput<T>
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private bool _isPassing;   // the values are renewed, and part of them taken

    public int Process(RecordBatch<T> batch, int from)
    {
        if (!_isPassing)
        {
            for (var i = from; i < batch.Count; i++)
                batch.Values[i].Value = Renew(batch.Values[i].Value);
        }

        var taken = next.Process(batch, from);
        _isPassing = taken < batch.Count;
        return taken;
    }

    public bool ProcessWatermark(long watermarkMs) => next.ProcessWatermark(watermarkMs);

    public bool ProcessStatus(bool idle) => next.ProcessStatus(idle);

    public bool EndInput() => next.EndInput();

    public bool Resume() => next.Resume();

    private T Renew(T value)
    {
        if (!throughBytes)
            return serializer.Copy(value);

        _buffer.ResetWrittenCount();
        serializer.Write(_buffer, value);
        var bytes = _buffer.WrittenSpan;
        var read = serializer.Read(ref bytes);
        return bytes.IsEmpty ? read : throw OperatorErrors.BytesLeft(typeof(T), bytes.Length, _buffer.WrittenCount);
    }
}
