namespace Akka.Configuration.Hocon;

/// <summary>Copies an included tree to the key under which it is included.</summary>
/// <param name="path">That key's path; empty at the top.</param>
/// <param name="substitutions">Takes the substitutions of the copy, to be resolved in the including text.</param>
/// <remarks>A copy, because the including text goes on to change it, and the callback may hand out the same tree twice.</remarks>
internal sealed class HoconInclusion(string path, List<HoconSubstitution> substitutions)
{
    public HoconObject Copy(HoconObject tree)
    {
        var copy = new HoconObject();
        foreach (var (key, value) in tree.Items)
            copy.Items.Add(key, Copy(value));

        return copy;
    }

    private HoconValue Copy(HoconValue value)
    {
        var copy = new HoconValue { Path = value.Path is null ? null : Below(value.Path) };
        foreach (var element in value.Values)
            copy.Values.Add(Copy(element));

        return copy;
    }

    private IHoconElement Copy(IHoconElement element)
    {
        switch (element)
        {
            case HoconObject tree:
                return Copy(tree);
            case HoconArray array:
                var elements = new HoconArray();
                elements.AddRange(array.Select(Copy));
                return elements;
            case HoconSubstitution substitution:
                return Copy(substitution);
            default:
                return element;
        }
    }

    private HoconSubstitution Copy(HoconSubstitution substitution)
    {
        var copy = new HoconSubstitution(Below(substitution.Path))
        {
            IsOptional = substitution.IsOptional,
            Origin = substitution.Origin with { Key = Below(substitution.Origin.Key) },
            ResolvedValue = substitution.ResolvedValue,
            Previous = substitution.Previous is null ? null : Copy(substitution.Previous),
        };
        substitutions.Add(copy);
        return copy;
    }

    private string Below(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
