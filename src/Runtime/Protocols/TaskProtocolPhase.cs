namespace Akka.Flink.Runtime;

/// <summary>What a task waits for.</summary>
internal enum TaskProtocolPhase
{
    /// <summary>To be made and restored.</summary>
    Deploying,

    /// <summary>To learn where its peers are.</summary>
    Deployed,

    /// <summary>For the word to run.</summary>
    Connected,

    /// <summary>For its operators to open.</summary>
    Opening,

    /// <summary>For data.</summary>
    Running,

    /// <summary>For its operators to close.</summary>
    Closing,

    /// <summary>For nothing.</summary>
    Stopped,
}
