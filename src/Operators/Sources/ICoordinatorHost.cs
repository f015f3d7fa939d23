namespace Akka.Flink.Operators;

/// <summary>What runs a <see cref="SourceCoordinator"/>: the driver, or a job master.</summary>
internal interface ICoordinatorHost
{
    /// <summary>Begins outside work where it disturbs nobody.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="call">The work; may block.</param>
    Task<T> Begin<T>(Func<Task<T>> call);

    /// <summary>Does something on the coordinator's thread, soon.</summary>
    /// <param name="action">What to do.</param>
    /// <remarks><para><b>Threads.</b> Any.</para></remarks>
    void Post(Action action);

    /// <summary>Does something on the coordinator's thread, later.</summary>
    /// <param name="delay">How much later.</param>
    /// <param name="action">What to do.</param>
    void Schedule(TimeSpan delay, Action action);
}
