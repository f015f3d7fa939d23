namespace Akka.Flink;

using Akka.Flink.Operators;
using Akka.Flink.Windowing;

/// <summary>Two streams with keys that are joined by windows.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <remarks><para><b>Flink.</b> <c>JoinedStreams.Where.EqualTo</c>.</para></remarks>
public sealed class JoinedStreamsEqualTo<TFirst, TSecond, TKey>
{
    private readonly KeyedUnion<TFirst, TSecond, TKey> _streams;

    internal JoinedStreamsEqualTo(KeyedUnion<TFirst, TSecond, TKey> streams) => _streams = streams;

    /// <summary>Divides the records of both streams into the same windows.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows.</param>
    /// <returns>Both streams, to be given a function.</returns>
    public JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> Window<TWindow>(WindowAssigner<TWindow> assigner)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(assigner);
        return Window(new TimeOnlyAssigner<TaggedUnion<TFirst, TSecond>, TWindow>(assigner));
    }

    /// <summary>Divides the records of both streams into windows by what is in them.</summary>
    /// <typeparam name="TWindow">The type of windows.</typeparam>
    /// <param name="assigner">Which windows.</param>
    /// <returns>Both streams, to be given a function.</returns>
    public JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow> Window<TWindow>(
        WindowAssigner<TaggedUnion<TFirst, TSecond>, TWindow> assigner)
        where TWindow : notnull, IWindow
    {
        ArgumentNullException.ThrowIfNull(assigner);
        return new JoinedStreamsWithWindow<TFirst, TSecond, TKey, TWindow>(_streams, assigner);
    }
}
