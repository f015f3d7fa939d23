namespace Akka.Configuration;

using Akka.Configuration.Hocon;

/// <content>The typed getters. A default answers for a key that is absent; a key whose value cannot be read is an error.</content>
public partial class Config
{
    public virtual bool GetBoolean(string path, bool @default = false) => GetNode(path)?.GetBoolean() ?? @default;

    public virtual int GetInt(string path, int @default = 0) => GetNode(path)?.GetInt() ?? @default;

    public virtual long GetLong(string path, long @default = 0) => GetNode(path)?.GetLong() ?? @default;

    public virtual float GetFloat(string path, float @default = 0) => GetNode(path)?.GetFloat() ?? @default;

    public virtual double GetDouble(string path, double @default = 0) => GetNode(path)?.GetDouble() ?? @default;

    public virtual decimal GetDecimal(string path, decimal @default) => GetNode(path)?.GetDecimal() ?? @default;

    // A key that is present and null has no string: the default is for absent keys only.
    public virtual string GetString(string path, string @default = null) => GetNode(path) is { } value ? value.GetString() : @default;

    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        GetNode(path)?.GetTimeSpan(allowInfinite) ?? @default.GetValueOrDefault();

    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    public virtual long? GetByteSize(string path, long? def = null) => GetNode(path) is { } value ? value.GetByteSize() : def;

    public virtual IList<bool> GetBooleanList(string path) => GetPresent(path).GetBooleanList();

    public virtual IList<byte> GetByteList(string path) => GetPresent(path).GetByteList();

    public virtual IList<int> GetIntList(string path) => GetPresent(path).GetIntList();

    public virtual IList<long> GetLongList(string path) => GetPresent(path).GetLongList();

    public virtual IList<float> GetFloatList(string path) => GetPresent(path).GetFloatList();

    public virtual IList<double> GetDoubleList(string path) => GetPresent(path).GetDoubleList();

    public virtual IList<decimal> GetDecimalList(string path) => GetPresent(path).GetDecimalList();

    public virtual IList<string> GetStringList(string path) => GetStringList(path, []);

    public virtual IList<string> GetStringList(string path, string[] defaultPaths) => GetNode(path)?.GetStringList() ?? defaultPaths;

    private HoconValue GetPresent(string path) => GetNode(path) ?? throw HoconErrors.NoList(path);
}
