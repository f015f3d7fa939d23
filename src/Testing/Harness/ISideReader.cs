namespace Akka.Flink.Testing;

/// <summary>Takes the tags of side outputs with their types.</summary>
internal interface ISideReader
{
    /// <summary>Reads a side output.</summary>
    /// <typeparam name="T">The type of its records.</typeparam>
    /// <param name="tag">Its tag.</param>
    void Read<T>(OutputTag<T> tag);
}
