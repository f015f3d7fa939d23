namespace Akka.Actor.Setup;

using System.Collections.Immutable;
using Akka.Util;

/// <summary>All that an actor system is set up with by code: at most one <see cref="Setup"/> of each type.</summary>
public sealed class ActorSystemSetup
{
    public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

    private readonly ImmutableDictionary<Type, Setup> _setups;

    private ActorSystemSetup(ImmutableDictionary<Type, Setup> setups) => _setups = setups;

    public static ActorSystemSetup Create(params Setup[] setup)
    {
        var setups = ImmutableDictionary<Type, Setup>.Empty;
        foreach (var each in setup)
            setups = setups.SetItem(each.GetType(), each);
        return new ActorSystemSetup(setups);
    }

    public Option<T> Get<T>()
        where T : Setup =>
        _setups.TryGetValue(typeof(T), out var setup) ? new Option<T>((T)setup) : Option<T>.None;

    public ActorSystemSetup WithSetup<T>(T setup)
        where T : Setup =>
        new(_setups.SetItem(typeof(T), setup));

    public ActorSystemSetup And<T>(T setup)
        where T : Setup =>
        WithSetup(setup);

    public override string ToString() => $"ActorSystemSetup({string.Join(",", _setups.Keys.Select(type => type.FullName))})";
}
