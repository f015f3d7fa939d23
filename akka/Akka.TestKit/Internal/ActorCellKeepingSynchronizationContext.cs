namespace Akka.TestKit.Internal;

using Akka.Actor;
using Akka.Actor.Internal;

/// <summary>Runs what follows an await in a test with the test actor as implicit sender, whichever thread it is on.</summary>
internal sealed class ActorCellKeepingSynchronizationContext : SynchronizationContext
{
    private readonly ActorCell _cell;

    public ActorCellKeepingSynchronizationContext(ActorCell cell) => _cell = cell;

    public override void Post(SendOrPostCallback d, object state) =>
        ThreadPool.UnsafeQueueUserWorkItem(work => work.context.Run(work.d, work.state), (context: this, d, state), preferLocal: false);

    public override void Send(SendOrPostCallback d, object state) => Run(d, state);

    public override SynchronizationContext CreateCopy() => this;

    private void Run(SendOrPostCallback callback, object state)
    {
        var cell = InternalCurrentActorCellKeeper.Current;
        var context = Current;
        InternalCurrentActorCellKeeper.Current = _cell;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            InternalCurrentActorCellKeeper.Current = cell;
            SetSynchronizationContext(context);
        }
    }
}
