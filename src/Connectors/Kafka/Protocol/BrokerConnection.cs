namespace Akka.Flink.Connectors.Kafka;

using System.Net.Security;
using System.Net.Sockets;

/// <summary>A connection to one broker, for the few requests that the client has no call for. Requests are answered in order.</summary>
/// <remarks><para><b>Threads.</b> It blocks; one at a time.</para></remarks>
internal sealed class BrokerConnection : IDisposable
{
    private const string ClientId = "akka-flink";
    private const int MostBytes = 64 << 20;

    private readonly Socket _socket;
    private readonly Stream _stream;
    private int _lastCorrelation;

    private BrokerConnection(Socket socket, Stream stream) => (_socket, _stream) = (socket, stream);

    /// <summary>Connects to a broker.</summary>
    /// <param name="host">Its host.</param>
    /// <param name="port">Its port.</param>
    /// <param name="security">How the connection is secured.</param>
    /// <param name="timeout">How long this, and each answer, may take.</param>
    /// <exception cref="SecurityRefusedException">The broker or this side refuses the other.</exception>
    /// <exception cref="IOException">The broker cannot be reached.</exception>
    public static BrokerConnection Open(string host, int port, BrokerSecurity security, TimeSpan timeout)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var deadline = new CancellationTokenSource(timeout);
            socket.ConnectAsync(host, port, deadline.Token).AsTask().GetAwaiter().GetResult();
            socket.SendTimeout = socket.ReceiveTimeout = (int)timeout.TotalMilliseconds;
            Stream stream = new NetworkStream(socket, ownsSocket: true);
            if (security.UsesTls)
                stream = security.Secure(stream, host);
            var connection = new BrokerConnection(socket, stream);
            security.Authenticate(connection);
            return connection;
        }
        catch (Exception cause)
        {
            socket.Dispose();
            if (cause is SocketException or OperationCanceledException)
                throw ProtocolErrors.Unreachable(host, port, cause);
            throw;
        }
    }

    /// <summary>Sends a request and waits for the answer.</summary>
    /// <param name="key">What is asked.</param>
    /// <param name="version">In which version.</param>
    /// <param name="isFlexible">Whether that version has tagged fields.</param>
    /// <param name="body">The request's fields.</param>
    /// <returns>The answer's fields.</returns>
    public ResponseReader Call(ApiKey key, short version, bool isFlexible, RequestWriter body)
    {
        var correlation = ++_lastCorrelation;
        var request = new RequestWriter().Int16((short)key).Int16(version).Int32(correlation).String(ClientId);
        if (isFlexible)
            request.NoTags();
        var size = new RequestWriter().Int32(request.Written.Length + body.Written.Length);
        _stream.Write([.. size.Written, .. request.Written, .. body.Written]);
        _stream.Flush();

        var answer = new ResponseReader(ReadFrame());
        if (answer.Int32() != correlation)
            throw ProtocolErrors.OtherAnswer();
        if (isFlexible)
            answer.Tags();
        return answer;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _socket.Dispose();
    }

    private byte[] ReadFrame()
    {
        var head = new byte[4];
        _stream.ReadExactly(head);
        var size = new ResponseReader(head).Int32();
        if (size is < 4 or > MostBytes)
            throw ProtocolErrors.NoFrame(size);

        var frame = new byte[size];
        _stream.ReadExactly(frame);
        return frame;
    }
}
