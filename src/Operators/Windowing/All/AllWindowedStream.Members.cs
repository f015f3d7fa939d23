namespace Akka.Flink;

using System.Linq.Expressions;
using Akka.Flink.Windowing;

/// <content>Aggregates of a member.</content>
public sealed partial class AllWindowedStream<T, TWindow>
    where TWindow : notnull, IWindow
{
    /// <summary>Adds up a member of the records of a window.</summary>
    /// <typeparam name="TMember">The member's type: a number.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <returns>For each window, the first record with the member replaced by the sum.</returns>
    /// <exception cref="JobException">It is not a member, it cannot be added, or a copy with the member replaced cannot be
    /// made.</exception>
    public SingleOutputStreamOperator<T> Sum<TMember>(Expression<Func<T, TMember>> member) => Named(_windowed.Sum(member));

    /// <summary>Keeps the smallest value of a member of the records of a window.</summary>
    /// <typeparam name="TMember">The member's type: comparable.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <returns>For each window, the first record with the member replaced by the smallest.</returns>
    /// <exception cref="JobException">It is not a member, it cannot be compared, or a copy with the member replaced cannot be
    /// made.</exception>
    public SingleOutputStreamOperator<T> Min<TMember>(Expression<Func<T, TMember>> member) => Named(_windowed.Min(member));

    /// <summary>Keeps the largest value of a member of the records of a window.</summary>
    /// <typeparam name="TMember">The member's type: comparable.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <returns>For each window, the first record with the member replaced by the largest.</returns>
    /// <exception cref="JobException">It is not a member, it cannot be compared, or a copy with the member replaced cannot be
    /// made.</exception>
    public SingleOutputStreamOperator<T> Max<TMember>(Expression<Func<T, TMember>> member) => Named(_windowed.Max(member));

    /// <summary>Keeps the record of a window whose member is smallest.</summary>
    /// <typeparam name="TMember">The member's type: comparable.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <param name="first">Of equal ones, whether the first stays (the default) or the last one does.</param>
    /// <returns>For each window, that record.</returns>
    /// <exception cref="JobException">It is not a member, or it cannot be compared.</exception>
    public SingleOutputStreamOperator<T> MinBy<TMember>(Expression<Func<T, TMember>> member, bool first = true) =>
        Named(_windowed.MinBy(member, first));

    /// <summary>Keeps the record of a window whose member is largest.</summary>
    /// <typeparam name="TMember">The member's type: comparable.</typeparam>
    /// <param name="member">Names the member, as in <c>x => x.Value</c>.</param>
    /// <param name="first">Of equal ones, whether the first stays (the default) or the last one does.</param>
    /// <returns>For each window, that record.</returns>
    /// <exception cref="JobException">It is not a member, or it cannot be compared.</exception>
    public SingleOutputStreamOperator<T> MaxBy<TMember>(Expression<Func<T, TMember>> member, bool first = true) =>
        Named(_windowed.MaxBy(member, first));
}
