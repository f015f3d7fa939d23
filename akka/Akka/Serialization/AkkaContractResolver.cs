namespace Akka.Serialization;

using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

/// <summary>Writes properties through their private setters.</summary>
internal sealed class AkkaContractResolver : DefaultContractResolver
{
    protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
    {
        var property = base.CreateProperty(member, memberSerialization);
        if (!property.Writable && member is PropertyInfo info)
            property.Writable = info.GetSetMethod(nonPublic: true) is not null;

        return property;
    }
}
