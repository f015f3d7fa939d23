namespace Akka.Configuration.Hocon;

/// <summary>Where something stands in a text.</summary>
/// <param name="Key">The full path of the key whose value it is part of.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal readonly record struct HoconOrigin(string Key, int Line, int Column);
