namespace Akka.Flink.Runtime;

using System.Buffers;

/// <summary>Bytes that are gathered, in an array of the shared pool that goes back there as soon as there are none.</summary>
/// <remarks><para><b>Threads.</b> One task's.</para></remarks>
internal sealed class FrameBuffer : IBufferWriter<byte>
{
    private const int FirstBytes = 16 * 1024;

    private byte[] _bytes = [];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - Length < Math.Max(sizeHint, 1))
            Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    /// <summary>Forgets bytes at the start.</summary>
    /// <param name="count">How many.</param>
    public void RemoveFirst(int count)
    {
        _bytes.AsSpan(count, Length - count).CopyTo(_bytes);
        Length -= count;
    }

    /// <summary>Forgets all bytes and gives the array back.</summary>
    public void Release()
    {
        Length = 0;
        if (_bytes.Length == 0)
            return;

        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Reserve(int sizeHint)
    {
        var wanted = checked(Length + Math.Max(sizeHint, 1));
        if (wanted <= _bytes.Length)
            return;

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(Math.Max(wanted, FirstBytes), Math.Min(Length * 2L, Array.MaxLength)));
        Written.CopyTo(larger);
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
