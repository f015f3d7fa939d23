namespace Akka.Flink.AkkaContract.Crash;

using Akka.Actor;

/// <summary>
/// An actor that must not be alive twice: it holds a file, which the system gives to one process at a time and takes back from one that is
/// killed. It says <c>alive NAME</c>, or <c>twice NAME</c> when another one has the file, and <c>stopped NAME</c>; it answers
/// <c>where</c>.
/// </summary>
internal sealed class Exclusive : UntypedActor
{
    private readonly string _name;
    private readonly FileStream? _file;

    public Exclusive(string folder, string name)
    {
        _name = name;
        try
        {
            _file = new FileStream(
                Path.Combine(folder, name.Replace('/', '-') + ".held"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Console.WriteLine($"alive {name}");
        }
        catch (IOException)
        {
            Console.WriteLine($"twice {name}");
        }
    }

    protected override void OnReceive(object message)
    {
        if (message is "where")
            Sender.Tell($"{_name} {Environment.ProcessId}");
    }

    protected override void PostStop()
    {
        _file?.Dispose();
        Console.WriteLine($"stopped {_name}");
    }
}
