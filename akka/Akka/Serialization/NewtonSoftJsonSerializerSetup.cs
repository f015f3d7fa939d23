namespace Akka.Serialization;

using Akka.Actor.Setup;
using Newtonsoft.Json;

/// <summary>Changes the settings of the JSON serializer by code, after all else was set.</summary>
public sealed class NewtonSoftJsonSerializerSetup : Setup
{
    private NewtonSoftJsonSerializerSetup(Action<JsonSerializerSettings> settings) => ApplySettings = settings;

    public Action<JsonSerializerSettings> ApplySettings { get; }

    public static NewtonSoftJsonSerializerSetup Create(Action<JsonSerializerSettings> settings) => new(settings);
}
