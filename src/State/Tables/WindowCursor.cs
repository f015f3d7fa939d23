namespace Akka.Flink.State.Tables;

/// <summary>Where an enumeration of an open window stands. Begin with <c>default</c>.</summary>
internal struct WindowCursor
{
    /// <summary>The page.</summary>
    public int Page;

    /// <summary>The next place to look at.</summary>
    public int Place;
}
