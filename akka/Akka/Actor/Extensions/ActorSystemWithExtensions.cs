namespace Akka.Actor;

/// <summary>Gets an extension of a system, and registers it if need be.</summary>
public static class ActorSystemWithExtensions
{
    public static T WithExtension<T>(this ActorSystem system)
        where T : class, IExtension =>
        system.GetExtension<T>();

    public static T WithExtension<T>(this ActorSystem system, Type extensionId)
        where T : class, IExtension =>
        system.HasExtension<T>()
            ? system.GetExtension<T>()
            : (T)system.RegisterExtension((IExtensionId)Activator.CreateInstance(extensionId));

    public static T WithExtension<T, TI>(this ActorSystem system)
        where T : class, IExtension
        where TI : IExtensionId =>
        system.WithExtension<T>(typeof(TI));
}
