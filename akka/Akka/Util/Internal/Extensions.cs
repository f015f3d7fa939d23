namespace Akka.Util.Internal;

using System.Text;

/// <summary>Small helpers that the toolkit's own code shares.</summary>
public static class Extensions
{
    public static IDictionary<TKey, TValue> AddAndReturn<TKey, TValue>(this IDictionary<TKey, TValue> hash, TKey key, TValue value)
    {
        hash.Add(key, value);
        return hash;
    }

    public static void AddOrSet<TKey, TValue>(this IDictionary<TKey, TValue> hash, TKey key, TValue value) => hash[key] = value;

    public static T AsInstanceOf<T>(this object self) => (T)self;

    public static string BetweenDoubleQuotes(this string self) => $"\"{self}\"";

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, T item) => enumerable.Append(item);

    public static IEnumerable<T> Drop<T>(this IEnumerable<T> self, int count) => self.Skip(count);

    public static void ForEach<T>(this IEnumerable<T> source, Action<T> action)
    {
        foreach (var item in source)
            action(item);
    }

    public static TValue GetOrElse<TKey, TValue>(this IDictionary<TKey, TValue> hash, TKey key, TValue elseValue) =>
        hash.TryGetValue(key, out var value) ? value : elseValue;

    public static T Head<T>(this IEnumerable<T> self) => self.FirstOrDefault();

    public static string Join(this IEnumerable<string> self, string separator) => string.Join(separator, self);

    public static TimeSpan Max(this TimeSpan @this, TimeSpan other) => @this > other ? @this : other;

    public static TimeSpan Min(this TimeSpan @this, TimeSpan other) => @this < other ? @this : other;

    public static IEnumerable<string> SplitDottedPathHonouringQuotes(this string path)
    {
        var element = new StringBuilder();
        var quoted = false;
        foreach (var symbol in path)
        {
            if (symbol == '"')
            {
                quoted = !quoted;
            }
            else if (symbol == '.' && !quoted)
            {
                yield return element.ToString();
                element.Clear();
            }
            else
            {
                element.Append(symbol);
            }
        }

        yield return element.ToString();
    }

    public static IEnumerable<T> TakeRight<T>(this IEnumerable<T> self, int n) => self.TakeLast(n);
}
