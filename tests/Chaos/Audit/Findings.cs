namespace Akka.Flink.Chaos.Tests.Audit;

/// <summary>What an audit has to object to: numbers, and the first few in words.</summary>
internal sealed class Findings
{
    private const int MostExamples = 12;

    private readonly List<string> _examples = [];

    /// <summary>Rows that are there again.</summary>
    public long Duplicated { get; private set; }

    /// <summary>Rows that are not what they must be.</summary>
    public long Wrong { get; private set; }

    /// <summary>The first ones.</summary>
    public IReadOnlyList<string> Examples => _examples;

    public void IsDuplicated(string what)
    {
        Duplicated++;
        Keep($"again: {what}");
    }

    public void IsWrong(string what)
    {
        Wrong++;
        Keep($"wrong: {what}");
    }

    private void Keep(string what)
    {
        if (_examples.Count < MostExamples)
            _examples.Add(what);
    }
}
