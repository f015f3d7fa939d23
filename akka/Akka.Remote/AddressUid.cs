namespace Akka.Remote;

using Akka.Actor;

/// <summary>Tells incarnations of a system at one address apart.</summary>
public class AddressUid : IExtension
{
    // Zero stands for a uid that is not known.
    public readonly int Uid = Random.Shared.Next(1, int.MaxValue);
}
