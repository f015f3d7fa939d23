namespace Akka.Flink.Runtime;

/// <summary>What a key is set to.</summary>
/// <param name="Value">The value, as it was written.</param>
/// <param name="Source">Where, in words such as <c>file hocon.conf</c> or <c>command line</c>.</param>
/// <param name="IsSet">Whether it outweighs what the program says: a shipped default does not, nor does one that a file repeats.</param>
internal readonly record struct Setting(string Value, string Source, bool IsSet);
