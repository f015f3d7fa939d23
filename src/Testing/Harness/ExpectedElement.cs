namespace Akka.Flink.Testing;

/// <summary>An element that is to come out; <see cref="Element{T}"/>, <see cref="Element"/> and <see cref="SideElement"/> convert to
/// it.</summary>
/// <typeparam name="TOut">The type of the main output.</typeparam>
public sealed class ExpectedElement<TOut>
{
    private ExpectedElement(Element<TOut> content, Action<ISideReader>? read = null)
    {
        Content = content;
        Read = read;
    }

    /// <summary>The element.</summary>
    internal Element<TOut> Content { get; }

    /// <summary>Has a harness read its side output; null for the main one.</summary>
    internal Action<ISideReader>? Read { get; }

    /// <summary>An element of the main output.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator ExpectedElement<TOut>(Element<TOut> element) => new(element);

    /// <summary>A watermark or status.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator ExpectedElement<TOut>(Element element) => new(element);

    /// <summary>A record of a side output.</summary>
    /// <param name="element">The record.</param>
    public static implicit operator ExpectedElement<TOut>(SideElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new ExpectedElement<TOut>(element, element.Read);
    }
}
