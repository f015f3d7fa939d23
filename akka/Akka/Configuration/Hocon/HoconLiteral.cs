namespace Akka.Configuration.Hocon;

/// <summary>Text: quoted, unquoted, or the blanks between two pieces of a value.</summary>
public class HoconLiteral : IHoconElement
{
    public string Value { get; set; }

    public bool IsString() => true;

    public string GetString() => Value;

    public bool IsArray() => false;

    public IList<HoconValue> GetArray() => throw HoconErrors.NotAnArray("text");

    public override string ToString() => Value;
}
