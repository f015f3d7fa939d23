namespace Akka.Flink.State.Serialization.Values;

using System.Reflection;

/// <summary>A serializer whose bytes have always the same length, so that several of them are put into one span.</summary>
internal interface IFixedSerializer
{
    /// <summary>How many bytes.</summary>
    int Size { get; }

    /// <summary>Puts a value into a span: static, (span, offset, value).</summary>
    MethodInfo PutMethod { get; }

    /// <summary>Reads a value: static, (ref input).</summary>
    MethodInfo ReadMethod { get; }
}
