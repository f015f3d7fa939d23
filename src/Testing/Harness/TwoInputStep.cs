namespace Akka.Flink.Testing;

/// <summary>A step of a script for two inputs; <see cref="FirstElement{T}"/>, <see cref="SecondElement{T}"/> and <see cref="Element"/>
/// convert to it.</summary>
/// <typeparam name="TFirst">The type of the first input.</typeparam>
/// <typeparam name="TSecond">The type of the second input.</typeparam>
public sealed class TwoInputStep<TFirst, TSecond>
{
    private TwoInputStep(ScriptStep step) => Step = step;

    /// <summary>What is done.</summary>
    internal ScriptStep Step { get; }

    /// <summary>A step for the first input.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator TwoInputStep<TFirst, TSecond>(FirstElement<TFirst> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new TwoInputStep<TFirst, TSecond>(ScriptStep.Of(element.Content));
    }

    /// <summary>A step for the second input.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator TwoInputStep<TFirst, TSecond>(SecondElement<TSecond> element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new TwoInputStep<TFirst, TSecond>(ScriptStep.Of(element.Content with { Input = 1 }));
    }

    /// <summary>A step that carries no value.</summary>
    /// <param name="element">The element.</param>
    public static implicit operator TwoInputStep<TFirst, TSecond>(Element element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return new TwoInputStep<TFirst, TSecond>(ScriptStep.Of((Element<TFirst>)element));
    }
}
