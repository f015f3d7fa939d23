namespace Akka.Serialization;

using System.Globalization;
using System.Text;
using Akka.Actor;
using Akka.Configuration;
using Newtonsoft.Json;

/// <summary>Writes objects as JSON with the names of their types: the serializer of every type that has no other.</summary>
/// <remarks>
/// The form on the wire: UTF-8, <c>$type</c> on every object, <c>$id</c> and <c>$ref</c> for shared references. JSON does not tell an
/// <see cref="int"/> from a <see cref="long"/> nor a <see cref="float"/> or <see cref="decimal"/> from a <see cref="double"/>, so those
/// three are written as <c>{"$":"I42"}</c>, <c>{"$":"F1.5"}</c>, <c>{"$":"M1.5"}</c>. What implements <see cref="Util.ISurrogated"/>,
/// such as a reference to an actor, is written as its surrogate.
/// </remarks>
public class NewtonSoftJsonSerializer : Serializer
{
    [ThreadStatic]
    private static StringBuilder _pooledBuilder;

    private readonly JsonSerializer _serializer;
    private readonly NewtonSoftJsonSerializerSettings _settings;

    public NewtonSoftJsonSerializer(ExtendedActorSystem system)
        : this(system, NewtonSoftJsonSerializerSettings.Default)
    {
    }

    public NewtonSoftJsonSerializer(ExtendedActorSystem system, Config config)
        : this(system, NewtonSoftJsonSerializerSettings.Create(config))
    {
    }

    public NewtonSoftJsonSerializer(ExtendedActorSystem system, NewtonSoftJsonSerializerSettings settings)
        : base(system)
    {
        _settings = settings;
        Settings = JsonSettingsOf(system, settings);
        _serializer = JsonSerializer.Create(Settings);
        _serializer.Formatting = Formatting.None;
    }

    public override bool IncludeManifest => false;

    public object Serializer => _serializer;

    public JsonSerializerSettings Settings { get; }

    public override object FromBinary(byte[] bytes, Type type)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(bytes)));
        return SurrogateConverter.Translate(_serializer.Deserialize(reader), system, type, _serializer);
    }

    public override byte[] ToBinary(object obj)
    {
        var builder = RentBuilder();
        using var writer = new JsonTextWriter(new StringWriter(builder, CultureInfo.InvariantCulture));
        _serializer.Serialize(writer, obj);
        writer.Flush();

        var bytes = Encoding.UTF8.GetBytes(builder.ToString());
        ReturnBuilder(builder);
        return bytes;
    }

    private static JsonSerializerSettings JsonSettingsOf(ExtendedActorSystem system, NewtonSoftJsonSerializerSettings settings)
    {
        var json = new JsonSerializerSettings
        {
            PreserveReferencesHandling = settings.PreserveObjectReferences
                ? PreserveReferencesHandling.Objects
                : PreserveReferencesHandling.None,
            NullValueHandling = NullValueHandling.Ignore,
            MissingMemberHandling = MissingMemberHandling.Ignore,
            // Reuse would write into instances that others share, such as the default value of a property.
            ObjectCreationHandling = ObjectCreationHandling.Replace,
            ConstructorHandling = ConstructorHandling.AllowNonPublicDefaultConstructor,
            TypeNameHandling = settings.EncodeTypeNames ? TypeNameHandling.All : TypeNameHandling.None,
            ContractResolver = new AkkaContractResolver(),
        };

        foreach (var type in settings.Converters)
            json.Converters.Add(CreateConverter(type, system));
        json.Converters.Add(new SurrogateConverter(system));

        var setup = system is null ? default : system.Settings.Setup.Get<NewtonSoftJsonSerializerSetup>();
        if (setup.HasValue)
            setup.Value.ApplySettings(json);

        return json;
    }

    private static JsonConverter CreateConverter(Type type, ExtendedActorSystem system)
    {
        var takesSystem = type.GetConstructor([typeof(ExtendedActorSystem)]) is not null;
        return (JsonConverter)(takesSystem ? Activator.CreateInstance(type, system) : Activator.CreateInstance(type));
    }

    /// <summary>A surrogate may serialize in turn, so the builder is out of the pool while it is in use.</summary>
    private StringBuilder RentBuilder()
    {
        if (!_settings.UsePooledStringBuilder || _pooledBuilder is not { } builder)
            return new StringBuilder(_settings.StringBuilderMinSize);

        _pooledBuilder = null;
        return builder.Clear();
    }

    private void ReturnBuilder(StringBuilder builder)
    {
        if (_settings.UsePooledStringBuilder && builder.Capacity <= _settings.StringBuilderMaxSize)
            _pooledBuilder = builder;
    }
}
