namespace Akka.Flink;

using System.Linq.Expressions;
using Akka.Flink.Operators;

/// <summary>Rolling aggregates.</summary>
public sealed partial class KeyedStream<T, TKey>
{
    /// <summary>Adds up a member of the records of a key.</summary>
    /// <typeparam name="TMember">The member's type: a number.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <returns>For each record, the key's first record with the member replaced by the sum so far.</returns>
    /// <remarks><para><b>State.</b> One record for each key, for ever.</para></remarks>
    /// <exception cref="JobException">It is not a member, it cannot be added, or a copy with the member replaced cannot be
    /// made.</exception>
    public SingleOutputStreamOperator<T> Sum<TMember>(Expression<Func<T, TMember>> member) =>
        Reduce(MemberAggregate.Sum(member)).Name("Keyed Sum");

    /// <summary>Keeps the smallest value of a member of the records of a key.</summary>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <returns>For each record, the key's first record with the member replaced by the smallest so far.</returns>
    /// <remarks><para><b>State.</b> One record for each key, for ever.</para></remarks>
    /// <exception cref="JobException">It is not a member, it cannot be compared, or a copy with the member replaced cannot be
    /// made.</exception>
    public SingleOutputStreamOperator<T> Min<TMember>(Expression<Func<T, TMember>> member) =>
        Reduce(MemberAggregate.Extreme("Min", member, largest: false)).Name("Keyed Min");

    /// <summary>Keeps the largest value of a member of the records of a key.</summary>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <returns>For each record, the key's first record with the member replaced by the largest so far.</returns>
    /// <remarks><para><b>State.</b> One record for each key, for ever.</para></remarks>
    /// <exception cref="JobException">It is not a member, it cannot be compared, or a copy with the member replaced cannot be
    /// made.</exception>
    public SingleOutputStreamOperator<T> Max<TMember>(Expression<Func<T, TMember>> member) =>
        Reduce(MemberAggregate.Extreme("Max", member, largest: true)).Name("Keyed Max");

    /// <summary>Keeps the record of a key whose member is smallest.</summary>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <param name="first">Of equal ones, whether the first stays (the default) or the last one does.</param>
    /// <returns>For each record, the key's record with the smallest member so far.</returns>
    /// <remarks><para><b>State.</b> One record for each key, for ever.</para></remarks>
    /// <exception cref="JobException">It is not a member, or it cannot be compared.</exception>
    public SingleOutputStreamOperator<T> MinBy<TMember>(Expression<Func<T, TMember>> member, bool first = true) =>
        Reduce(MemberAggregate.ExtremeBy("MinBy", member, largest: false, first)).Name("Keyed MinBy");

    /// <summary>Keeps the record of a key whose member is largest.</summary>
    /// <typeparam name="TMember">The member's type.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <param name="first">Of equal ones, whether the first stays (the default) or the last one does.</param>
    /// <returns>For each record, the key's record with the largest member so far.</returns>
    /// <remarks><para><b>State.</b> One record for each key, for ever.</para></remarks>
    /// <exception cref="JobException">It is not a member, or it cannot be compared.</exception>
    public SingleOutputStreamOperator<T> MaxBy<TMember>(Expression<Func<T, TMember>> member, bool first = true) =>
        Reduce(MemberAggregate.ExtremeBy("MaxBy", member, largest: true, first)).Name("Keyed MaxBy");
}
