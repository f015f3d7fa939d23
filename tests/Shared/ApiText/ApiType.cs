namespace Akka.Flink.Shared.ApiText;

/// <summary>One public or protected type of an assembly, as text.</summary>
/// <param name="Name">Full name with the number of type parameters, <c>Akka.Util.Option`1</c>: what it is looked up by.</param>
/// <param name="Declaration">Modifiers, kind, full name with type parameters and their constraints.</param>
/// <param name="Base">The base class, or null where that goes without saying.</param>
/// <param name="Interfaces">The public interfaces that it declares, with those they inherit.</param>
/// <param name="AllInterfaces">Those, and the ones that its base classes implement.</param>
/// <param name="Members">Its own public and protected members, in the order of declaration.</param>
internal sealed record ApiType(
    string Name,
    string Declaration,
    string? Base,
    IReadOnlyList<string> Interfaces,
    IReadOnlyList<string> AllInterfaces,
    IReadOnlyList<string> Members);
