namespace Akka.Flink.State.Tables;

/// <summary>A key below a slot.</summary>
/// <typeparam name="T">The key's type.</typeparam>
/// <param name="Parent">The slot.</param>
/// <param name="Sub">The key.</param>
internal readonly record struct SubKey<T>(int Parent, T Sub);
