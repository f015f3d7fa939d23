namespace Akka.Flink.Runtime;

using System.Text;
using Akka.Actor;
using Akka.Serialization;

/// <summary>Writes what messages and events of the journal are made of: little-endian numbers, numbers of variable length (seven bits a
/// byte, lowest first), texts in UTF-8 behind their length, lists behind their count.</summary>
internal class WireWriter
{
    private readonly MemoryStream _stream = new();
    private readonly BinaryWriter _writer;

    /// <summary>Begins with nothing.</summary>
    public WireWriter() => _writer = new BinaryWriter(_stream, Encoding.UTF8);

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => _stream.ToArray();

    /// <summary>A number that is mostly small and not negative: one byte or more.</summary>
    public void WriteInt(int value) => _writer.Write7BitEncodedInt(value);

    /// <summary>A number that is mostly small and not negative: one byte or more.</summary>
    public void WriteLong(long value) => _writer.Write7BitEncodedInt64(value);

    /// <summary>A number that may be anything: eight bytes.</summary>
    public void WriteFixed(long value) => _writer.Write(value);

    /// <summary>Whether something is so: one byte.</summary>
    public void Write(bool value) => _writer.Write(value);

    /// <summary>One byte.</summary>
    public void Write(byte value) => _writer.Write(value);

    /// <summary>A text.</summary>
    public void Write(string text) => _writer.Write(text);

    /// <summary>A text or null.</summary>
    public void WriteOptional(string? text)
    {
        _writer.Write(text is not null);
        if (text is not null)
            _writer.Write(text);
    }

    /// <summary>Bytes behind their number.</summary>
    public void Write(ReadOnlyMemory<byte> bytes)
    {
        _writer.Write7BitEncodedInt(bytes.Length);
        _writer.Write(bytes.Span);
    }

    /// <summary>A moment, to the millisecond.</summary>
    public void Write(DateTimeOffset at) => _writer.Write(at.ToUnixTimeMilliseconds());

    /// <summary>Several of a kind, behind their number.</summary>
    public void WriteAll<T>(IReadOnlyCollection<T> all, Action<T> write)
    {
        _writer.Write7BitEncodedInt(all.Count);
        foreach (var each in all)
            write(each);
    }

    /// <summary>One or null.</summary>
    public void WriteOptional<T>(T? value, Action<T> write)
        where T : class
    {
        _writer.Write(value is not null);
        if (value is not null)
            write(value);
    }

    /// <summary>A job.</summary>
    public void Write(JobId job) => _writer.Write(job.Value);

    /// <summary>An attempt.</summary>
    public void Write(AttemptId attempt)
    {
        Write(attempt.Job);
        WriteInt(attempt.Number);
    }

    /// <summary>A checkpoint.</summary>
    public void Write(CheckpointId checkpoint)
    {
        WriteInt(checkpoint.Attempt);
        WriteLong(checkpoint.Number);
    }

    /// <summary>A subtask.</summary>
    public void Write(SubtaskId subtask)
    {
        WriteInt(subtask.Vertex);
        WriteInt(subtask.Index);
    }

    /// <summary>A slot.</summary>
    public void Write(SlotId slot)
    {
        _writer.Write(slot.Node);
        WriteInt(slot.Number);
    }

    /// <summary>A channel.</summary>
    public void Write(ChannelId channel)
    {
        WriteInt(channel.Edge);
        WriteInt(channel.Sender);
        WriteInt(channel.Receiver);
    }

    /// <summary>Where an actor is: its path with the address under which other nodes reach it.</summary>
    public void Write(IActorRef actor) => _writer.Write(Serialization.SerializedActorPath(actor));

    /// <summary>An operator's part of a checkpoint.</summary>
    public void Write(OperatorStateHandle part)
    {
        _writer.Write(part.Uid);
        WriteAll(part.Elements, Write);
        WriteAll(part.States, Write);
        WriteOptional(part.Keyed, Write);
    }

    /// <summary>Where keyed state is, without <see cref="KeyedStateHandle.BaseBytes"/>.</summary>
    public void Write(KeyedStateHandle keyed)
    {
        WriteInt(keyed.FirstKeyGroup);
        WriteInt(keyed.LastKeyGroup);
        WriteAll(keyed.Chunks, range =>
        {
            _writer.Write(range.Segment.Value);
            WriteLong(range.First);
            WriteLong(range.Last);
        });
        WriteFixed(keyed.Bytes);
    }
}
