namespace Akka.Flink.Testing;

/// <summary>A step of a script, whatever the type of its records.</summary>
internal abstract class ScriptStep
{
    /// <summary>The step of an element.</summary>
    /// <typeparam name="T">The type of records.</typeparam>
    /// <param name="element">The element.</param>
    public static ScriptStep Of<T>(Element<T> element) =>
        element.Kind == ElementKind.Record
            ? new RecordStep<T>(element)
            : new ControlStep(new Element(element.Kind, element.TimeMs ?? 0, element.Input));

    /// <summary>Whether it puts in a record.</summary>
    public virtual bool HasRecord => false;

    /// <summary>Whether it changes the status of an input.</summary>
    public virtual bool IsStatus => false;

    /// <summary>Whether a batch may hold this step's records behind those of another step.</summary>
    /// <param name="other">The other step.</param>
    public virtual bool CanFollow(ScriptStep other) => false;

    /// <summary>Does the step.</summary>
    /// <typeparam name="TOut">The type of the main output.</typeparam>
    /// <param name="harness">The harness.</param>
    /// <param name="batch">This step and those that go into a batch with it.</param>
    public abstract void Apply<TOut>(JobHarness<TOut> harness, IReadOnlyList<ScriptStep> batch);

    private sealed class RecordStep<T>(Element<T> element) : ScriptStep
    {
        private (T Value, long? At) Content => (element.Value!, element.TimeMs);

        public override bool HasRecord => true;

        public override bool CanFollow(ScriptStep other) => other is RecordStep<T> record && record.Input == Input;

        public override void Apply<TOut>(JobHarness<TOut> harness, IReadOnlyList<ScriptStep> batch) =>
            harness.ProcessBatch<T>(Input, batch.Select(step => ((RecordStep<T>)step).Content).ToArray());

        public override string ToString() => element.ToString();

        private int Input => element.Input;
    }

    private sealed class ControlStep(Element element) : ScriptStep
    {
        public override bool IsStatus => element.Kind is ElementKind.Idle or ElementKind.Active;

        public override void Apply<TOut>(JobHarness<TOut> harness, IReadOnlyList<ScriptStep> batch)
        {
            switch (element.Kind)
            {
                case ElementKind.Watermark:
                    harness.Watermark(element.Input, element.TimeMs);
                    break;
                case ElementKind.Idle or ElementKind.Active:
                    harness.Status(element.Input, element.Kind == ElementKind.Idle);
                    break;
                case ElementKind.EndOfInput:
                    harness.EndInput(element.Input);
                    break;
                case ElementKind.ProcessingTime:
                    harness.SetProcessingTime(element.TimeMs);
                    break;
                case ElementKind.Snapshot:
                    harness.Snapshot();
                    break;
                case ElementKind.Restore:
                    harness.Restore(harness.Snapshot());
                    break;
                default:
                    throw TestingErrors.NotAStep(nameof(harness), element.Kind);
            }
        }

        public override string ToString() => element.ToString();
    }
}
