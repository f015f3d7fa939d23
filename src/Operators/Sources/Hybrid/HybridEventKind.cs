namespace Akka.Flink.Sources;

/// <summary>What the enumerator and the readers of a <see cref="HybridSource{T}"/> tell each other.</summary>
internal enum HybridEventKind : byte
{
    /// <summary>To a reader: this source is read now.</summary>
    Begin = 1,

    /// <summary>To a reader: this source has no more splits for it.</summary>
    NoMoreSplits = 2,

    /// <summary>To the enumerator: the reader has come to the end of this source.</summary>
    Finished = 3,

    /// <summary>Either way: what the source's own enumerator and reader tell each other.</summary>
    Inner = 4,
}
