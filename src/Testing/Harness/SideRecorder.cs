namespace Akka.Flink.Testing;

/// <summary>Writes down the records of a side output; watermarks and statuses are those of the main output.</summary>
/// <typeparam name="TOut">The type of the main output.</typeparam>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="elements">Where it is written to.</param>
/// <param name="tag">The side output's name.</param>
internal sealed class SideRecorder<TOut, T>(List<Element<TOut>> elements, string tag) : IRecorder<T>
{
    public void Record(T value, long? timestampMs) =>
        elements.Add(new Element<TOut> { Kind = ElementKind.Record, SideTag = tag, SideValue = value, TimeMs = timestampMs });

    public void Watermark(long watermarkMs)
    {
    }

    public void Status(bool idle)
    {
    }
}
