namespace Akka.Configuration.Hocon;

/// <summary>What may turn out to be an object once it is resolved.</summary>
public interface IMightBeAHoconObject
{
    bool IsObject();

    HoconObject GetObject();
}
