namespace Akka.Flink.Testing;

/// <summary>Writes down what comes out of the main output.</summary>
/// <typeparam name="T">The type of records.</typeparam>
/// <param name="elements">Where it is written to.</param>
internal sealed class MainRecorder<T>(List<Element<T>> elements) : IRecorder<T>
{
    public void Record(T value, long? timestampMs) => elements.Add(Script.Record(value, timestampMs));

    public void Watermark(long watermarkMs) => elements.Add(Script.Watermark(watermarkMs));

    public void Status(bool idle) => elements.Add(idle ? Script.Idle() : Script.Active());
}
