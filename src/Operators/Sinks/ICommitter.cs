namespace Akka.Flink.Sinks;

/// <summary>Makes what writers prepared visible.</summary>
/// <typeparam name="TCommittable">What is committed.</typeparam>
/// <remarks>Committing the same twice must do nothing: after a failure it is committed again.<para><b>Flink.</b>
/// <c>Committer</c>.</para></remarks>
public interface ICommitter<TCommittable>
{
    /// <summary>Commits.</summary>
    /// <param name="committables">What is to be committed, in the order in which it was prepared.</param>
    void Commit(IReadOnlyList<TCommittable> committables);

    /// <summary>Called once at the end.</summary>
    void Close()
    {
    }
}
