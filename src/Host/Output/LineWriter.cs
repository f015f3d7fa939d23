namespace Akka.Flink.Host.Output;

using System.Text;

/// <summary>Hands what is written on, a whole line at a time.</summary>
/// <param name="line">Takes a line without its end.</param>
internal sealed class LineWriter(Action<string> line) : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        string? whole = null;
        lock (_lock)
        {
            if (value == '\n')
                whole = TakeAll();
            else if (value != '\r')
                _pending.Append(value);
        }

        if (whole is not null)
            line(whole);
    }

    protected override void Dispose(bool disposing)
    {
        if (_pending.Length > 0)
            line(TakeAll());
        base.Dispose(disposing);
    }

    private string TakeAll()
    {
        var text = _pending.ToString();
        _pending.Clear();
        return text;
    }
}
