namespace Akka.Flink.State;

/// <summary>What a value state of a struct offers behind <see cref="ValueStateExtensions.GetOrAddRef{T}"/>.</summary>
/// <typeparam name="T">The value's type.</typeparam>
internal interface IRefValueState<T>
{
    ref T GetOrAddRef();
}
