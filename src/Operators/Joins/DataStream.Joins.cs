namespace Akka.Flink;

/// <content>Joins by windows.</content>
public partial class DataStream<T>
{
    /// <summary>Joins this stream, the first one, with another one by keys and windows: each pair of records with the same key in the
    /// same window.</summary>
    /// <typeparam name="TSecond">The type of the second stream.</typeparam>
    /// <param name="second">The second stream.</param>
    /// <returns>Both streams, to be given keys, windows and a function.</returns>
    /// <remarks><para><b>Flink.</b> <c>DataStream.join</c>.</para></remarks>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    /// <example><code source="samples/Docs/Joins.cs" region="window-join" /></example>
    public JoinedStreams<T, TSecond> Join<TSecond>(DataStream<TSecond> second)
    {
        ArgumentNullException.ThrowIfNull(second);
        CheckEnvironment("Join", second.Transformation);
        return new JoinedStreams<T, TSecond>(this, second);
    }

    /// <summary>Puts the records of this stream, the first one, and of another one together by keys and windows.</summary>
    /// <typeparam name="TSecond">The type of the second stream.</typeparam>
    /// <param name="second">The second stream.</param>
    /// <returns>Both streams, to be given keys, windows and a function.</returns>
    /// <remarks><para><b>Flink.</b> <c>DataStream.coGroup</c>.</para></remarks>
    /// <exception cref="JobException">The streams belong to different environments.</exception>
    /// <example><code source="samples/Docs/Joins.cs" region="co-group" /></example>
    public CoGroupedStreams<T, TSecond> CoGroup<TSecond>(DataStream<TSecond> second)
    {
        ArgumentNullException.ThrowIfNull(second);
        CheckEnvironment("CoGroup", second.Transformation);
        return new CoGroupedStreams<T, TSecond>(this, second);
    }
}
