namespace Akka.Remote.Transport;

using System.IO.Pipelines;

/// <summary>The way from this system to another: a buffer, a connection, and the thread that empties the one into the other.</summary>
/// <remarks>
/// Senders lay their frames into the pipe under the lock of the association. The thread takes all that has gathered while it wrote the
/// last batch, so that the number of calls to the system falls as the load grows. When nothing is sent it sends heartbeats.
/// </remarks>
internal sealed class Link
{
    private const int SegmentSize = 64 * 1024;

    private readonly Remoting _remoting;
    private readonly Association _association;
    private readonly object _sync;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Pipe _pipe = new(new PipeOptions(
        pauseWriterThreshold: 0, resumeWriterThreshold: 0, minimumSegmentSize: SegmentSize, useSynchronizationContext: false));

    private long _waitingBytes;
    private bool _isIdle;
    private bool _isEnding;
    private bool _drains;
    private byte[] _farewell;

    public Link(Remoting remoting, Association association, Connection connection)
    {
        _remoting = remoting;
        _association = association;
        _sync = association.Sync;
        Connection = connection;
    }

    /// <summary>Null while it dials.</summary>
    public Connection Connection { get; set; }

    /// <summary>Whether the thread has ended, so that nothing can be added any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>How many frames wait.</summary>
    public int WaitingFrames { get; private set; }

    /// <summary>Completes when the thread has ended.</summary>
    public Task Ended => _ended.Task;

    public void Start() => RemotingThread.Start($"{_remoting.System.Name}-remote-write-{_association.RemoteAddress}", Run);

    /// <summary>Adds a message; false when there is no room. Under the lock.</summary>
    public bool TryAppend(in OutgoingEnvelope envelope)
    {
        var length = envelope.Length;
        if (_waitingBytes + length > _remoting.Tcp.HighWaterMark)
            return false;

        var total = length + Frames.HeaderLength;
        var target = _pipe.Writer.GetSpan(total);
        Frames.WriteLength(target, length, _remoting.Tcp.IsLittleEndian);
        envelope.WriteTo(target[Frames.HeaderLength..]);
        Appended(total);
        return true;
    }

    /// <summary>Adds a frame that has to go whatever waits already. Under the lock.</summary>
    public void Append(ReadOnlySpan<byte> frame)
    {
        if (_isEnding)
            return;

        frame.CopyTo(_pipe.Writer.GetSpan(frame.Length));
        Appended(frame.Length);
    }

    /// <summary>Ends without what waits, after <paramref name="farewell"/>; the result is the number of frames that are lost. Under the
    /// lock.</summary>
    public int End(byte[] farewell)
    {
        _isEnding = true;
        _farewell = farewell;
        Monitor.PulseAll(_sync);
        return WaitingFrames;
    }

    /// <summary>Ends after what waits. Under the lock.</summary>
    public void EndAfterDraining(byte[] farewell)
    {
        _drains = true;
        End(farewell);
    }

    private void Appended(int bytes)
    {
        _pipe.Writer.Advance(bytes);
        _waitingBytes += bytes;
        WaitingFrames++;
        if (!_isIdle)
            return;

        _isIdle = false;
        Monitor.PulseAll(_sync);
    }

    private void Run()
    {
        try
        {
            var connection = Connection ?? Dial();
            if (connection is not null)
                Pump(connection);
        }
        finally
        {
            lock (_sync)
            {
                _isEnding = true;
                IsOver = true;
                _pipe.Writer.Complete();
            }

            _pipe.Reader.Complete();
            _ended.SetResult();
        }
    }

    private Connection Dial()
    {
        Connection connection = null;
        try
        {
            connection = Dialer.Connect(_remoting, _association.RemoteAddress);
            connection.Write(_remoting.Frames.Hello(_remoting.DefaultAddress, _remoting.Uid, _association.RemoteAddress));
            var hello = connection.ReceiveHello();
            if (hello.From != _association.RemoteAddress.ToString())
                throw RemotingErrors.Protocol($"It presents itself as [{hello.From}].");

            connection.Presented(_association, hello.Uid);
            _association.Established(this, connection);
            connection.StartReading();
            return connection;
        }
        catch (Exception cause)
        {
            // Whatever the other side does ends this attempt and nothing else.
            connection?.Close();
            _association.Refused(connection?.Goodbye);
            return _association.CannotDial(this, RemotingErrors.CannotConnect(_association.RemoteAddress, cause.Message, cause));
        }
    }

    private void Pump(Connection connection)
    {
        try
        {
            while (NextBatch())
                WriteBatch(connection);
            if (_farewell is not null)
                Part(connection);
        }
        catch (Exception cause)
        {
            _association.Lost(connection, connection.IsClosed ? null : cause);
        }

        connection.Close();
    }

    /// <summary>Waits until there is something to write; false at the end.</summary>
    private bool NextBatch()
    {
        lock (_sync)
        {
            if (_waitingBytes == 0 && !_isEnding)
            {
                _isIdle = true;
                var woken = Monitor.Wait(_sync, _remoting.HeartbeatInterval);
                _isIdle = false;
                if (!woken && _waitingBytes == 0 && !_isEnding)
                    Append(_remoting.Frames.Heartbeat);
            }

            if (_isEnding && (!_drains || _waitingBytes == 0))
                return false;

            // Never waits: the pipe has no threshold.
            _ = _pipe.Writer.FlushAsync().IsCompleted;
            WaitingFrames = 0;
            return true;
        }
    }

    private void WriteBatch(Connection connection)
    {
        if (!_pipe.Reader.TryRead(out var batch))
            return;

        foreach (var segment in batch.Buffer)
            connection.Write(segment.Span);

        var length = batch.Buffer.Length;
        _pipe.Reader.AdvanceTo(batch.Buffer.End);
        lock (_sync)
            _waitingBytes -= length;
    }

    /// <summary>Says goodbye and leaves the other side the time to read it: a connection that is closed with unread bytes takes back what
    /// was sent last.</summary>
    private void Part(Connection connection)
    {
        connection.Write(_farewell);
        connection.FinishWriting();
        var until = Environment.TickCount64 + (long)_remoting.Settings.FlushWait.TotalMilliseconds;
        lock (_sync)
        {
            while (!connection.IsClosed && until - Environment.TickCount64 is var left && left > 0)
                Monitor.Wait(_sync, TimeSpan.FromMilliseconds(left));
        }
    }
}
