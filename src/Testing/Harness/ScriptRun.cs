namespace Akka.Flink.Testing;

using System.Text;

/// <summary>One run of a script in one mode.</summary>
/// <typeparam name="TOut">The type of the main output.</typeparam>
internal sealed class ScriptRun<TOut>
{
    private readonly HarnessMode _mode;
    private readonly IReadOnlyList<ScriptStep> _steps;
    private readonly Element<TOut>[] _expected;
    private readonly JobHarness<TOut> _harness;
    private readonly List<(Element<TOut> Element, int Step)> _seen = [];
    private readonly Random? _random;
    private int _step;

    /// <summary>A run that has not begun.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="build">Builds the pipeline.</param>
    /// <param name="steps">The script.</param>
    /// <param name="expected">What is to come out.</param>
    public ScriptRun(
        HarnessMode mode,
        Func<TestProgram, DataStream<TOut>> build,
        IReadOnlyList<ScriptStep> steps,
        IReadOnlyList<ExpectedElement<TOut>> expected)
    {
        _mode = mode;
        _steps = steps;
        _expected = [.. expected.Select(each => each.Content)];
        _harness = new JobHarness<TOut>(build, mode.Options);
        _random = mode.Seed is { } seed ? new Random(seed) : null;
        foreach (var side in expected.Where(each => each.Read is not null).DistinctBy(each => each.Content.SideTag))
            side.Read!(new SideReader(_harness));
    }

    /// <summary>Runs and compares.</summary>
    /// <exception cref="VerificationException">What came out differs, or a step failed.</exception>
    public void Verify()
    {
        try
        {
            Run();
        }
        catch (Exception error)
        {
            throw TestingErrors.StepFailed(Where(_step), error);
        }

        foreach (var tag in _expected.Select(each => each.SideTag).Append(null).Distinct())
            Compare(tag);
    }

    /// <summary>Runs, and hands over the exception with which a step failed.</summary>
    /// <typeparam name="TException">Its type, or that of a cause.</typeparam>
    /// <exception cref="VerificationException">No step failed, or with another exception.</exception>
    public TException VerifyFailure<TException>()
        where TException : Exception
    {
        try
        {
            Run();
        }
        catch (Exception error)
        {
            for (var cause = error; cause is not null; cause = cause.InnerException)
            {
                if (cause is TException expected)
                    return expected;
            }

            throw TestingErrors.StepFailedOtherwise(Where(_step), typeof(TException), error);
        }

        throw TestingErrors.NoStepFailed($"{_mode}", typeof(TException));
    }

    private void Run()
    {
        using var harness = _harness;
        harness.Open();
        for (var next = 0; next < _steps.Count;)
        {
            _step = next;
            var batch = NextBatch(next);
            batch[0].Apply(harness, batch);
            next += batch.Count;
            AfterStep(next);
            _seen.AddRange(harness.TakeOutput().Select(element => (element, _step)));
        }
    }

    private List<ScriptStep> NextBatch(int from)
    {
        var limit = _random?.Next(1, _mode.BatchSize + 1) ?? _mode.BatchSize;
        var batch = new List<ScriptStep> { _steps[from] };
        for (var i = from + 1; i < _steps.Count && batch.Count < limit && _steps[i].CanFollow(_steps[from]); i++)
            batch.Add(_steps[i]);

        return batch;
    }

    private void AfterStep(int next)
    {
        if (_mode.SnapshotsEachStep)
            _harness.Snapshot();
        if (_mode.WritesMeanwhile)
            _harness.RenewWhile(RecordsOf(next));
        else if (_mode.RenewsEachStep)
            _harness.Renew();
        if (_mode.Rescales)
            Rescale(next);
    }

    // Never more than a step at parallelism 2, and no status: what is no state is handed over from one subtask to two, not kept apart, and
    // channels that were not there before do not know theirs.
    private void Rescale(int next)
    {
        var most = next < _steps.Count && _steps[next].IsStatus ? 1 : 2;
        if (!_mode.Options.IncrementalSnapshots)
            _harness.Renew(_step % 2 == 0 ? most : 1);
        else if (_step % 3 == 0)
            _harness.Snapshot();
        else
            _harness.Renew(_step % 3 == 1 ? most : 1);
    }

    // Watermarks and statuses change what is no state, and so cannot be tried out.
    private Action? RecordsOf(int next) => next < _steps.Count && _steps[next].HasRecord
        ? () => _steps[next].Apply(_harness, [_steps[next]])
        : null;

    private void Compare(string? tag)
    {
        var expected = _expected.Where(each => each.SideTag == tag).ToArray();
        var seen = _seen.Where(each => each.Element.SideTag == tag).ToArray();
        if (_mode.Rescales)
        {
            CompareInAnyOrder(tag, expected, seen);
            return;
        }

        for (var i = 0; i < Math.Max(expected.Length, seen.Length); i++)
        {
            var isThere = i < seen.Length;
            if (i < expected.Length && isThere && expected[i] == seen[i].Element)
                continue;

            var where = Where(isThere ? seen[i].Step : _steps.Count - 1);
            var got = isThere ? seen[i].Element : null;
            throw Different(where, tag, i, expected.ElementAtOrDefault(i), got, expected, [.. seen.Select(each => each.Element)]);
        }
    }

    // With two subtasks the order between keys is open, and a status concerns each of them: records are compared between watermarks.
    private void CompareInAnyOrder(string? tag, Element<TOut>[] expected, (Element<TOut> Element, int Step)[] seen)
    {
        var left = Sorted(expected);
        var right = Sorted([.. seen.Select(each => each.Element)]);
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (want, got) = (left.ElementAtOrDefault(i), right.ElementAtOrDefault(i));
            if (want != got)
                throw Different($"Mode '{_mode}', sorted between watermarks", tag, i, want, got, left, right);
        }
    }

    private static Element<TOut>[] Sorted(Element<TOut>[] elements)
    {
        var section = 0;
        return [.. elements
            .Where(each => each.Kind is ElementKind.Record or ElementKind.Watermark)
            .Select(each => (Section: each.Kind == ElementKind.Watermark ? section++ : section, Element: each))
            .OrderBy(each => each.Section)
            .ThenBy(each => each.Element.Kind == ElementKind.Watermark)
            .ThenBy(each => each.Element.ToString(), StringComparer.Ordinal)
            .Select(each => each.Element)];
    }

    private VerificationException Different(
        string where,
        string? tag,
        int index,
        Element<TOut>? expected,
        Element<TOut>? got,
        Element<TOut>[] allExpected,
        Element<TOut>[] allGot)
    {
        var text = new StringBuilder();
        text.AppendLine($"{where}: element {index} of {(tag is null ? "the main output" : $"side output '{tag}'")} differs.");
        text.AppendLine($"  expected: {expected?.ToString() ?? "nothing more"}");
        text.AppendLine($"  got:      {got?.ToString() ?? "nothing more"}");
        text.AppendLine($"  all expected: {string.Join(", ", allExpected.Select(each => each.ToString()))}");
        text.Append($"  all got:      {string.Join(", ", allGot.Select(each => each.ToString()))}");
        return new VerificationException(text.ToString());
    }

    private string Where(int step) => step < _steps.Count && step >= 0 ? $"Mode '{_mode}', step {step} {_steps[step]}" : $"Mode '{_mode}'";

    private sealed class SideReader(JobHarness<TOut> harness) : ISideReader
    {
        public void Read<T>(OutputTag<T> tag) => harness.ReadSideOutput(tag);
    }
}
