namespace Akka.Configuration.Hocon;

/// <summary>What a key holds: one element, or several that are concatenated.</summary>
/// <remarks>Pieces of text join to one text, arrays to one array, objects are laid over each other from left to right.</remarks>
public partial class HoconValue : IMightBeAHoconObject
{
    private const string Null = "null";

    public bool IsEmpty => Values.Count == 0 || (Values[0] is HoconObject && GetObject().Items.Count == 0);

    public List<IHoconElement> Values { get; } = [];

    /// <summary>The full path of the key that this is the value of, for errors; null if it was not parsed.</summary>
    internal string Path { get; set; }

    public void AppendValue(IHoconElement value) => Values.Add(value);

    public void NewValue(IHoconElement value)
    {
        Values.Clear();
        Values.Add(value);
    }

    public void Clear() => Values.Clear();

    public Config AtKey(string key)
    {
        var parent = new HoconObject();
        parent.Items[key] = this;
        return new Config(new HoconRoot(Of(parent)));
    }

    public Config ToConfig() => new(new HoconRoot(this));

    public HoconValue GetChildObject(string key) => GetObject()?.GetKey(key);

    public bool IsObject() => GetObject() is not null;

    public HoconObject GetObject()
    {
        HoconObject found = null;
        foreach (var element in Values)
        {
            if (AsObject(element) is { } next)
                found = found is null ? next : found.MergeImmutable(next);
        }

        return found;
    }

    public bool IsArray()
    {
        foreach (var element in Values)
        {
            if (element.IsArray())
                return true;
        }

        return false;
    }

    public IList<HoconValue> GetArray()
    {
        var all = new List<HoconValue>();
        foreach (var element in Values)
        {
            if (element.IsArray())
                all.AddRange(element.GetArray());
        }

        return all;
    }

    public bool IsString()
    {
        foreach (var element in Values)
        {
            if (!element.IsString())
                return false;
        }

        return Values.Count > 0;
    }

    public string GetString()
    {
        if (!IsString())
            return null;

        var text = (Values.Count == 1 ? Values[0].GetString() : string.Concat(Values.Select(element => element.GetString())))?.Trim();
        return text == Null ? null : text;
    }

    public override string ToString() => ToString(0);

    public virtual string ToString(int indent)
    {
        if (IsString())
            return HoconText.Value(GetString());
        if (GetObject() is not { } tree)
            return $"[{string.Join(",", GetArray().Select(element => element.ToString(indent + 1)))}]";
        if (indent == 0)
            return tree.ToString(1);

        return $"{{\r\n{tree.ToString(indent + 1)}{new string(' ', indent * 2)}}}";
    }

    /// <summary>A value with the same elements, which stays as it is when this one is assigned anew.</summary>
    internal HoconValue Copy()
    {
        var copy = new HoconValue { Path = Path };
        copy.Values.AddRange(Values);
        return copy;
    }

    internal static HoconValue Of(IHoconElement element, string path = null)
    {
        var value = new HoconValue { Path = path };
        value.Values.Add(element);
        return value;
    }

    private static HoconObject AsObject(IHoconElement element) =>
        element as HoconObject ?? (element is IMightBeAHoconObject candidate && candidate.IsObject() ? candidate.GetObject() : null);
}
