namespace Akka.Configuration.Hocon;

using System.Text;

/// <summary>The keys and values between curly braces, in the order in which they were written.</summary>
public class HoconObject : IHoconElement
{
    public Dictionary<string, HoconValue> Items { get; private init; } = [];

    public IDictionary<string, object> Unwrapped =>
        Items.ToDictionary(item => item.Key, item => item.Value.GetObject() is { } child ? child.Unwrapped : (object)item.Value);

    public bool IsString() => false;

    public string GetString() => throw HoconErrors.NotText("an object");

    public bool IsArray() => false;

    public IList<HoconValue> GetArray() => throw HoconErrors.NotAnArray("an object");

    public HoconValue GetKey(string key) => Items.GetValueOrDefault(key);

    public HoconValue GetOrCreateKey(string key)
    {
        if (!Items.TryGetValue(key, out var value))
            Items.Add(key, value = new HoconValue());

        return value;
    }

    public void Merge(HoconObject other)
    {
        foreach (var (key, value) in other.Items)
            Items[key] = Merged(Items.GetValueOrDefault(key), value);
    }

    public override string ToString() => ToString(0);

    public string ToString(int indent)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Items)
            text.Append(' ', indent * 2).Append(HoconText.Key(key)).Append(" : ").Append(value.ToString(indent)).Append("\r\n");

        return text.ToString();
    }

    /// <summary>A new object: <paramref name="other"/> laid over this one. Neither changes.</summary>
    internal HoconObject MergeImmutable(HoconObject other)
    {
        var merged = new HoconObject { Items = new Dictionary<string, HoconValue>(Items) };
        merged.Merge(other);
        return merged;
    }

    private static HoconValue Merged(HoconValue under, HoconValue over) =>
        under?.GetObject() is { } lower && over.GetObject() is { } upper ? HoconValue.Of(lower.MergeImmutable(upper)) : over;
}
