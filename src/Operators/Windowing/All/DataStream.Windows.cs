namespace Akka.Flink;

using Akka.Flink.Windowing;

/// <content>Windows over all records.</content>
public partial class DataStream<T>
{
    /// <summary>Divides the records into windows by their time, whatever their keys.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks>
    /// <para>All records go through one subtask, whatever the parallelism of the program; a larger one is refused.</para>
    /// <para><b>Flink.</b> <c>DataStream.windowAll</c>.</para>
    /// </remarks>
    /// <example><code source="samples/Docs/Windows.cs" region="window-all" /></example>
    public AllWindowedStream<T, TWindow> WindowAll<TWindow>(WindowAssigner<TWindow> assigner)
        where TWindow : notnull, IWindow =>
        new(ToOneKey().Window(assigner));

    /// <summary>Divides the records into windows by their time and by what is in them, whatever their keys.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks>
    /// <para>All records go through one subtask, whatever the parallelism of the program; a larger one is refused.</para>
    /// <para><b>Flink.</b> <c>DataStream.windowAll</c>.</para>
    /// </remarks>
    public AllWindowedStream<T, TWindow> WindowAll<TWindow>(WindowAssigner<T, TWindow> assigner)
        where TWindow : notnull, IWindow =>
        new(ToOneKey().Window(assigner));

    /// <summary>Divides the records into windows of so many, whatever their keys.</summary>
    /// <param name="size">How many records; 1 or more.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks>
    /// <para>As <see cref="KeyedStream{T, TKey}.CountWindow(long)"/> of one key.</para>
    /// <para><b>Flink.</b> <c>DataStream.countWindowAll(size)</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    public AllWindowedStream<T, GlobalWindow> CountWindowAll(long size) => new(ToOneKey().CountWindow(size));

    /// <summary>Has the last records looked at, again for every so many, whatever their keys.</summary>
    /// <param name="size">How many records are looked at; 0 or more. At the beginning there are fewer.</param>
    /// <param name="slide">For how many new records; 1 or more.</param>
    /// <returns>The windowed stream; no operator is added before a function is given.</returns>
    /// <remarks>
    /// <para>As <see cref="KeyedStream{T, TKey}.CountWindow(long, long)"/> of one key.</para>
    /// <para><b>Flink.</b> <c>DataStream.countWindowAll(size, slide)</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative, or <paramref name="slide"/> less than
    /// 1.</exception>
    public AllWindowedStream<T, GlobalWindow> CountWindowAll(long size, long slide) => new(ToOneKey().CountWindow(size, slide));

    private KeyedStream<T, byte> ToOneKey() => new(Transformation, _ => 0, parallelismLimit: 1);
}
