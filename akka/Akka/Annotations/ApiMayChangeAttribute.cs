namespace Akka.Annotations;

/// <summary>Marks an API that may still change without notice.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class ApiMayChangeAttribute : Attribute;
