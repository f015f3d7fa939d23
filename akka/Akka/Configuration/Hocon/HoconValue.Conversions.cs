namespace Akka.Configuration.Hocon;

using System.Globalization;

/// <content>The value as a number, a boolean, a duration, a size, or a list of them.</content>
public partial class HoconValue
{
    private const NumberStyles Real = NumberStyles.Float | NumberStyles.AllowThousands;
    private const string WholeNumber = "a whole number from {0} to {1}";
    private const string Number = "a number like 1, -0.5 or 1e3";

    public bool GetBoolean() => GetString() switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        _ => throw HoconErrors.Unreadable(this, "on, off, true, false, yes or no"),
    };

    public byte GetByte() => byte.TryParse(GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw HoconErrors.Unreadable(this, string.Format(CultureInfo.InvariantCulture, WholeNumber, byte.MinValue, byte.MaxValue));

    public int GetInt() => int.TryParse(GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw HoconErrors.Unreadable(this, string.Format(CultureInfo.InvariantCulture, WholeNumber, int.MinValue, int.MaxValue));

    public long GetLong() => long.TryParse(GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw HoconErrors.Unreadable(this, string.Format(CultureInfo.InvariantCulture, WholeNumber, long.MinValue, long.MaxValue));

    public float GetFloat() => float.TryParse(GetString(), Real, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw HoconErrors.Unreadable(this, Number);

    public double GetDouble() => double.TryParse(GetString(), Real, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw HoconErrors.Unreadable(this, Number);

    public decimal GetDecimal() => decimal.TryParse(GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw HoconErrors.Unreadable(this, "a decimal number like 1 or -0.5");

    public TimeSpan GetTimeSpan(bool allowInfinite = true)
    {
        var text = GetString();
        if (allowInfinite && string.Equals(text, "infinite", StringComparison.OrdinalIgnoreCase))
            return Timeout.InfiniteTimeSpan;

        return HoconUnits.TryReadDuration(text, out var duration)
            ? duration
            : throw HoconErrors.Unreadable(this, HoconUnits.AcceptedDurations + (allowInfinite ? ", or infinite" : ", but not infinite"));
    }

    public long? GetByteSize()
    {
        var text = GetString();
        if (string.IsNullOrEmpty(text) && (IsString() || Values.Count == 0))
            return null;

        return HoconUnits.TryReadSize(text, out var size) ? size : throw HoconErrors.Unreadable(this, HoconUnits.AcceptedSizes);
    }

    public IList<bool> GetBooleanList() => ListOf(value => value.GetBoolean());

    public IList<byte> GetByteList() => ListOf(value => value.GetByte());

    public IList<int> GetIntList() => ListOf(value => value.GetInt());

    public IList<long> GetLongList() => ListOf(value => value.GetLong());

    public IList<float> GetFloatList() => ListOf(value => value.GetFloat());

    public IList<double> GetDoubleList() => ListOf(value => value.GetDouble());

    public IList<decimal> GetDecimalList() => ListOf(value => value.GetDecimal());

    public IList<string> GetStringList() => ListOf(value => value.GetString());

    private List<T> ListOf<T>(Func<HoconValue, T> read) => GetArray().Select(read).ToList();
}
