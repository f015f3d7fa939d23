namespace Akka.Remote.Transport;

/// <summary>The threads of remoting.</summary>
internal static class RemotingThread
{
    public static void Start(string name, Action run) =>
        new Thread(() => run()) { Name = name, IsBackground = true }.Start();
}
