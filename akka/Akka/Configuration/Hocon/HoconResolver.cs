namespace Akka.Configuration.Hocon;

/// <summary>Finds the values of the substitutions in one text, once all of it is read.</summary>
/// <remarks>
/// A substitution is resolved when its turn comes, or before, when the way to another one's value leads through it. A key that the text
/// does not have is looked up among the environment variables. Afterwards one walk over the tree refuses cycles, which would be endless
/// to read, and removes what optional substitutions left undefined.
/// </remarks>
internal sealed class HoconResolver(HoconObject root, List<HoconSubstitution> substitutions)
{
    private readonly HoconValue _root = HoconValue.Of(root);
    private readonly HashSet<HoconSubstitution> _started = [];
    private readonly HashSet<HoconSubstitution> _resolved = [];
    private readonly HashSet<HoconValue> _entered = [];
    private readonly HashSet<HoconValue> _checked = [];

    public void Resolve()
    {
        if (substitutions.Count == 0)
            return;

        foreach (var substitution in substitutions)
            Resolve(substitution);
        Check(_root, null);
    }

    private void Resolve(HoconSubstitution substitution)
    {
        if (_resolved.Contains(substitution))
            return;
        if (!_started.Add(substitution))
            throw HoconErrors.Cycle(substitution.Path, substitution.Origin);

        var found = Find(substitution.Path) ?? substitution.ResolvedValue ?? FromEnvironment(substitution.Path);
        if (found is null && !substitution.IsOptional)
            throw HoconErrors.Unresolved(substitution.Path, substitution.Origin);

        substitution.ResolvedValue = LaidOver(substitution.Previous, found);
        _resolved.Add(substitution);
    }

    private HoconValue Find(ReadOnlySpan<char> path)
    {
        var node = _root;
        var isLast = false;
        while (!isLast && node is not null)
        {
            ResolveIn(node);
            node = node.GetChildObject(HoconPath.NextKey(ref path, out isLast).ToString());
        }

        return node;
    }

    private void ResolveIn(HoconValue value)
    {
        foreach (var element in value.Values)
        {
            if (element is HoconSubstitution substitution)
                Resolve(substitution);
        }
    }

    private static HoconValue FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { } text ? HoconValue.Of(new HoconLiteral { Value = text }, name) : null;

    private HoconValue LaidOver(HoconValue previous, HoconValue found)
    {
        if (previous is null || found is null)
            return found ?? previous;

        ResolveIn(previous);
        ResolveIn(found);
        return previous.GetObject() is { } under && found.GetObject() is { } over ? HoconValue.Of(under.MergeImmutable(over)) : found;
    }

    private void Check(HoconValue value, HoconSubstitution cameFrom)
    {
        if (_checked.Contains(value))
            return;
        if (!_entered.Add(value))
            throw HoconErrors.Cycle(cameFrom.Path, cameFrom.Origin);

        var isPartlyUndefined = false;
        foreach (var element in value.Values)
            isPartlyUndefined |= !IsDefined(element);
        if (isPartlyUndefined)
            RemoveUndefined(value);

        _checked.Add(value);
    }

    private bool IsDefined(IHoconElement element)
    {
        switch (element)
        {
            case HoconSubstitution substitution:
                return IsDefined(substitution);
            case HoconArray array:
                array.RemoveAll(IsUndefined);
                return true;
            case HoconObject tree:
                foreach (var key in tree.Items.Where(item => IsUndefined(item.Value)).Select(item => item.Key).ToArray())
                    tree.Items.Remove(key);
                return true;
            default:
                return true;
        }
    }

    private bool IsDefined(HoconSubstitution substitution)
    {
        if (substitution.ResolvedValue is null)
            return false;
        if (!IsUndefined(substitution.ResolvedValue, substitution))
            return true;
        if (!substitution.IsOptional)
            throw HoconErrors.Unresolved(substitution.Path, substitution.Origin);

        substitution.ResolvedValue = null;
        return false;
    }

    private bool IsUndefined(HoconValue value) => IsUndefined(value, null);

    private bool IsUndefined(HoconValue value, HoconSubstitution cameFrom)
    {
        Check(value, cameFrom);
        return value.Values.Count == 0;
    }

    private static void RemoveUndefined(HoconValue value)
    {
        value.Values.RemoveAll(element => element is HoconSubstitution { ResolvedValue: null });
        if (value.Values.TrueForAll(element => element is HoconLiteral literal && string.IsNullOrWhiteSpace(literal.Value)))
            value.Clear();
    }
}
