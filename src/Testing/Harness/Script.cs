namespace Akka.Flink.Testing;

/// <summary>Writes down the steps of a script and what is expected of them; made for <c>using static</c>.</summary>
/// <remarks>
/// Times are milliseconds since the epoch. <c>Record(value, at: 5)</c> is a record of the main stream, <c>First(...)</c> and
/// <c>Second(...)</c> say which input of a two-input pipeline a step is for.
/// </remarks>
public static class Script
{
    /// <summary>A record.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="at">Its timestamp; null, the default, for none.</param>
    /// <returns>The element.</returns>
    public static Element<T> Record<T>(T value, long? at = null) => new() { Kind = ElementKind.Record, Value = value, TimeMs = at };

    /// <summary>An expected record of a side output. Naming one in an expectation has the side output read.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="tag">The side output.</param>
    /// <param name="value">The value.</param>
    /// <param name="at">Its timestamp; null, the default, for none.</param>
    /// <returns>The element.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public static SideElement Side<T>(OutputTag<T> tag, T value, long? at = null)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return new SideElement(tag.Id, value, at) { Read = reader => reader.Read(tag) };
    }

    /// <summary>A watermark: no record at or before its time is expected any more.</summary>
    /// <param name="time">The time.</param>
    /// <returns>The element.</returns>
    public static Element Watermark(long time) => new(ElementKind.Watermark, time);

    /// <summary>The stream is idle from now on.</summary>
    /// <returns>The element.</returns>
    public static Element Idle() => new(ElementKind.Idle);

    /// <summary>The stream is active again.</summary>
    /// <returns>The element.</returns>
    public static Element Active() => new(ElementKind.Active);

    /// <summary>The input ends: the watermark <see cref="long.MaxValue"/>, then the end.</summary>
    /// <returns>The element.</returns>
    public static Element EndOfInput() => new(ElementKind.EndOfInput);

    /// <summary>The clock is set, and what is due by it fires.</summary>
    /// <param name="time">The time, which never goes back.</param>
    /// <returns>The step.</returns>
    public static Element ProcessingTime(long time) => new(ElementKind.ProcessingTime, time);

    /// <summary>A snapshot is taken, and everything goes on as if it had not been.</summary>
    /// <returns>The step.</returns>
    public static Element Snapshot() => new(ElementKind.Snapshot);

    /// <summary>A snapshot is taken, and new operators go on from it as after a failure: current watermarks and statuses are lost, state
    /// and timers are not.</summary>
    /// <returns>The step.</returns>
    public static Element Restore() => new(ElementKind.Restore);

    /// <summary>A record for the first of two inputs.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>The step.</returns>
    public static FirstElement<T> First<T>(Element<T> record) => new(record);

    /// <summary>A step without a value for the first of two inputs.</summary>
    /// <param name="element">The step.</param>
    /// <returns>The step.</returns>
    public static Element First(Element element) => element with { Input = 0 };

    /// <summary>A record for the second of two inputs.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="record">The record.</param>
    /// <returns>The step.</returns>
    public static SecondElement<T> Second<T>(Element<T> record) => new(record);

    /// <summary>A step without a value for the second of two inputs.</summary>
    /// <param name="element">The step.</param>
    /// <returns>The step.</returns>
    public static Element Second(Element element) => element with { Input = 1 };
}
