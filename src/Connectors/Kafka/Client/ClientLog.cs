namespace Akka.Flink.Connectors.Kafka;

using Confluent.Kafka;

/// <summary>What a client has said of its connections: for error messages and metrics, instead of the console.</summary>
/// <remarks><para><b>Threads.</b> The client's own write, any may read.</para></remarks>
internal sealed class ClientLog
{
    private volatile string? _lastComplaint;
    private volatile Error? _refusal;
    private volatile bool _isDown;
    private int _errors;

    /// <summary>The last complaint; null when there was none.</summary>
    public string? LastComplaint => _lastComplaint;

    /// <summary>Why the brokers refuse this client, or why it cannot go on; null when neither.</summary>
    public Error? Refusal => _refusal;

    /// <summary>Whether no broker can be reached.</summary>
    public bool IsDown => _isDown;

    /// <summary>How many errors of connections there were.</summary>
    public int Errors => Volatile.Read(ref _errors);

    /// <summary>Takes a line of the client's log.</summary>
    /// <param name="message">The line.</param>
    public void OnLog(LogMessage message)
    {
        if (message.Level <= SyslogLevel.Warning)
            _lastComplaint = message.Message;
    }

    /// <summary>Takes an error that concerns the client as a whole.</summary>
    /// <param name="error">The error.</param>
    public void OnError(Error error)
    {
        Interlocked.Increment(ref _errors);
        _lastComplaint = error.Reason;
        if (error.Code == ErrorCode.Local_AllBrokersDown)
            _isDown = true;
        if (error.IsFatal || ErrorKinds.IsRefusal(error.Code))
            _refusal ??= error;
    }

    /// <summary>Takes it that a transaction was left open.</summary>
    /// <param name="name">Its name.</param>
    public void OnAbandoned(string name) => _lastComplaint = $"transaction '{name}' was left open";

    /// <summary>Takes it that a broker has answered.</summary>
    public void OnAnswer() => _isDown = false;
}
