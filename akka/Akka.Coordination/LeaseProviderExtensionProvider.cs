namespace Akka.Coordination;

using Akka.Actor;

/// <summary>The id of the extension <see cref="LeaseProvider"/>.</summary>
public class LeaseProviderExtensionProvider : ExtensionIdProvider<LeaseProvider>
{
    public override LeaseProvider CreateExtension(ExtendedActorSystem system) => new(system);
}
