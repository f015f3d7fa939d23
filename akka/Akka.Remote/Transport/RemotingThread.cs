namespace Akka.Remote.Transport;

/// <summary>The threads of remoting.</summary>
internal static class RemotingThread
{
    private const int StackSize = 512 * 1024;

    public static void Start(string name, Action run) =>
        new Thread(() => run(), StackSize) { Name = name, IsBackground = true }.Start();
}
