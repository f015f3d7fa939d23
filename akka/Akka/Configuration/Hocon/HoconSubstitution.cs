namespace Akka.Configuration.Hocon;

/// <summary>A reference like <c>${a.b}</c> to another value; it reads as that value once it is resolved.</summary>
public class HoconSubstitution : IHoconElement, IMightBeAHoconObject
{
    public HoconSubstitution(string path)
    {
        Path = path;
    }

    protected HoconSubstitution()
    {
    }

    public string Path { get; set; }

    public HoconValue ResolvedValue { get; set; }

    /// <summary>Written <c>${?a.b}</c>: it may stay without a value.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>Where it was written, for errors: key, line and column.</summary>
    internal HoconOrigin Origin { get; init; }

    /// <summary>What its key held before: an optional one may leave it, an object is laid over it. Null if there was nothing.</summary>
    internal HoconValue Previous { get; set; }

    public bool IsString() => ResolvedValue is not null && ResolvedValue.IsString();

    public string GetString() => ResolvedValue?.GetString();

    public bool IsArray() => ResolvedValue is not null && ResolvedValue.IsArray();

    public IList<HoconValue> GetArray() => ResolvedValue is null ? [] : ResolvedValue.GetArray();

    public bool IsObject() => ResolvedValue is not null && ResolvedValue.IsObject();

    public HoconObject GetObject() => ResolvedValue?.GetObject();
}
