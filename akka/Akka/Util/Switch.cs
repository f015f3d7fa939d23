namespace Akka.Util;

/// <summary>A switch that is turned with an action; the turn counts only if the action does not throw.</summary>
public class Switch
{
    private readonly Lock _turning = new();
    private volatile bool _isOn;

    public Switch(bool startAsOn = false) => _isOn = startAsOn;

    public bool IsOff => !_isOn;

    public bool IsOn => _isOn;

    public bool IfOff(Action action) => If(false, action);

    public bool IfOn(Action action) => If(true, action);

    public void Locked(Action action)
    {
        lock (_turning)
            action();
    }

    public bool SwitchOff(Action action) => TranscendFrom(true, action);

    public bool SwitchOff() => TranscendFrom(true, static () => { });

    public bool SwitchOn(Action action) => TranscendFrom(false, action);

    public bool SwitchOn() => TranscendFrom(false, static () => { });

    public bool WhileOff(Action action) => While(false, action);

    public bool WhileOn(Action action) => While(true, action);

    protected bool TranscendFrom(bool from, Action action)
    {
        lock (_turning)
        {
            if (_isOn != from)
                return false;

            action();
            _isOn = !from;
            return true;
        }
    }

    private bool If(bool state, Action action)
    {
        if (_isOn != state)
            return false;

        action();
        return true;
    }

    private bool While(bool state, Action action)
    {
        lock (_turning)
            return If(state, action);
    }
}
