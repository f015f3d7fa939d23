namespace Akka.Actor;

using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

/// <content>The guardians at the top of the tree.</content>
public sealed partial class LocalActorRefProvider
{
    public void Init(ActorSystemImpl system)
    {
        _system = system;
        var dispatcher = system.Dispatchers.DefaultGlobalDispatcher;
        var mailboxType = system.Mailboxes.Lookup(Mailboxes.DefaultMailboxId);

        _rootGuardian = CreateRootGuardian(dispatcher, mailboxType);
        _tempContainer = new VirtualPathContainer(system.Provider, _tempNode, _rootGuardian, _log);
        _rootGuardian.SetTempContainer(_tempContainer);
        _rootGuardian.Start();

        var userStrategy = SupervisorStrategyConfigurator.CreateConfigurator(_settings.SupervisorStrategyClass).Create();
        var userProps = system.GuardianProps.HasValue ? system.GuardianProps.Value : Props.Create<GuardianActor>(userStrategy);
        _userGuardian = CreateGuardian("user", userProps, dispatcher, mailboxType);
        var user = _userGuardian;
        _systemGuardian = CreateGuardian(
            "system", Props.Create(() => new SystemGuardianActor(user), SupervisorStrategy.DefaultStrategy), dispatcher, mailboxType);

        // The end of the user's actors ends those of the system, and these end it all.
        _systemGuardian.SendSystemMessage(new Watch(_userGuardian, _systemGuardian));
        _rootGuardian.SendSystemMessage(new Watch(_systemGuardian, _rootGuardian));
        _eventStream.StartDefaultLoggers(system);
    }

    private RootGuardianActorRef CreateRootGuardian(MessageDispatcher dispatcher, MailboxType mailboxType)
    {
        var supervisor = new RootGuardianSupervisor((RootActorPath)_rootPath, _system.Provider, _terminationPromise, _log);
        var strategy = new OneForOneStrategy(cause =>
        {
            _log.Error(cause, "Guardian failed. Shutting down system");
            return Directive.Stop;
        });
        return new RootGuardianActorRef(
            _system, Props.Create<GuardianActor>(strategy), dispatcher, mailboxType, supervisor, _rootPath, _deadLetters, _extraNames);
    }

    private LocalActorRef CreateGuardian(string name, Props props, MessageDispatcher dispatcher, MailboxType mailboxType)
    {
        var cell = _rootGuardian.Cell;
        cell.ReserveChild(name);
        var guardian = new LocalActorRef(_system, props, dispatcher, mailboxType, _rootGuardian, _rootPath / name);
        cell.InitChild(guardian);
        guardian.Start();
        return guardian;
    }
}
