namespace Akka.Configuration.Hocon;

/// <summary>What one text was parsed into: its value, and the substitutions in it, which an including text resolves anew.</summary>
public class HoconRoot
{
    public HoconRoot(HoconValue value, IEnumerable<HoconSubstitution> substitutions)
    {
        Value = value;
        Substitutions = substitutions;
    }

    public HoconRoot(HoconValue value)
        : this(value, [])
    {
    }

    protected HoconRoot()
    {
    }

    public HoconValue Value { get; }

    public IEnumerable<HoconSubstitution> Substitutions { get; }
}
