namespace Akka.Flink.Windowing;

using Akka.Flink.Operators;
using Akka.Flink.State;

/// <summary>A record of one of two streams that are joined by windows: what triggers and evictors of such windows see.</summary>
/// <typeparam name="TFirst">The type of the first stream.</typeparam>
/// <typeparam name="TSecond">The type of the second stream.</typeparam>
/// <remarks><para><b>Flink.</b> <c>CoGroupedStreams.TaggedUnion</c>.</para></remarks>
[TypeSerializer(typeof(TaggedUnionSerializer<,>))]
public readonly struct TaggedUnion<TFirst, TSecond>
{
    private TaggedUnion(bool isFirst, TFirst first, TSecond second)
    {
        IsFirst = isFirst;
        First = first;
        Second = second;
    }

    /// <summary>Whether it is a record of the first stream.</summary>
    public bool IsFirst { get; }

    /// <summary>The record, if it is one of the first stream.</summary>
    public TFirst First { get; }

    /// <summary>The record, if it is one of the second stream.</summary>
    public TSecond Second { get; }

    /// <summary>A record of the first stream.</summary>
    /// <param name="value">The record.</param>
    /// <returns>The record with its tag.</returns>
    internal static TaggedUnion<TFirst, TSecond> OfFirst(TFirst value) => new(true, value, default!);

    /// <summary>A record of the second stream.</summary>
    /// <param name="value">The record.</param>
    /// <returns>The record with its tag.</returns>
    internal static TaggedUnion<TFirst, TSecond> OfSecond(TSecond value) => new(false, default!, value);
}
