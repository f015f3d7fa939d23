namespace Akka.Flink.Measuring.Plots;

using System.Globalization;
using System.Net;
using System.Text;

/// <summary>A plot of lines as SVG.</summary>
/// <param name="title">What stands above it.</param>
/// <param name="x">The axis along the bottom.</param>
/// <param name="y">The axis along the left side.</param>
public sealed class LineChart(string title, Axis x, Axis y)
{
    private const double Width = 960;
    private const double Height = 480;
    private const double Left = 80;
    private const double Right = 20;
    private const double Top = 50;
    private const double Bottom = 60;

    private static readonly string[] Colors = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#7f7f7f"];

    private readonly List<(string Name, IReadOnlyList<(double X, double Y)> Points)> _lines = [];
    private readonly List<(double From, double To)> _bands = [];
    private readonly StringBuilder _svg = new();

    /// <summary>Adds a line.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="points">Its points, from left to right.</param>
    public void AddLine(string name, IReadOnlyList<(double X, double Y)> points) => _lines.Add((name, points));

    /// <summary>Marks a stretch of the axis along the bottom.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="to">Its end.</param>
    public void AddBand(double from, double to) => _bands.Add((from, to));

    /// <summary>The plot as a document.</summary>
    public string ToSvg()
    {
        _svg.Clear();
        Add($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {Width} {Height}' font-family='sans-serif' font-size='12'>");
        Add($"<rect width='{Width}' height='{Height}' fill='white'/>");
        Add($"<text x='{Width / 2}' y='22' text-anchor='middle' font-size='16'>{Escape(title)}</text>");
        foreach (var (from, to) in _bands)
            AddBandShape(XOf(from), XOf(to));
        AddAxes();
        for (var i = 0; i < _lines.Count; i++)
            AddLineShape(i);
        Add($"</svg>");
        return _svg.ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private void AddBandShape(double from, double to) => Add(
        $"<rect x='{from:0.#}' y='{Top}' width='{Math.Max(1, to - from):0.#}' height='{Height - Top - Bottom}' fill='#ffe9b3'/>");

    private void AddAxes()
    {
        foreach (var (value, label) in x.Ticks)
        {
            Add($"<line x1='{XOf(value):0.#}' y1='{Top}' x2='{XOf(value):0.#}' y2='{Height - Bottom}' stroke='#e0e0e0'/>");
            Add($"<text x='{XOf(value):0.#}' y='{Height - Bottom + 18}' text-anchor='middle'>{Escape(label)}</text>");
        }

        foreach (var (value, label) in y.Ticks)
        {
            Add($"<line x1='{Left}' y1='{YOf(value):0.#}' x2='{Width - Right}' y2='{YOf(value):0.#}' stroke='#e0e0e0'/>");
            Add($"<text x='{Left - 8}' y='{YOf(value) + 4:0.#}' text-anchor='end'>{Escape(label)}</text>");
        }

        Add($"<text x='{Width / 2}' y='{Height - 15}' text-anchor='middle'>{Escape(x.Title)}</text>");
        Add($"<text x='20' y='{Height / 2}' text-anchor='middle' transform='rotate(-90 20 {Height / 2})'>{Escape(y.Title)}</text>");
        Add($"<rect x='{Left}' y='{Top}' width='{Width - Left - Right}' height='{Height - Top - Bottom}' fill='none' stroke='black'/>");
    }

    private void AddLineShape(int index)
    {
        var (name, points) = _lines[index];
        var color = Colors[index % Colors.Length];
        var path = new StringBuilder();
        foreach (var (pointX, pointY) in points)
            path.Append(CultureInfo.InvariantCulture, $"{XOf(pointX):0.#},{YOf(pointY):0.#} ");
        Add($"<polyline points='{path.ToString().TrimEnd()}' fill='none' stroke='{color}' stroke-width='1.5'/>");
        var legendY = Top + 18 + (index * 16);
        Add($"<line x1='{Left + 10}' y1='{legendY - 4}' x2='{Left + 34}' y2='{legendY - 4}' stroke='{color}' stroke-width='3'/>");
        Add($"<text x='{Left + 40}' y='{legendY}'>{Escape(name)}</text>");
    }

    private double XOf(double value) => Left + (x.PlaceOf(value) * (Width - Left - Right));

    private double YOf(double value) => Height - Bottom - (y.PlaceOf(value) * (Height - Top - Bottom));

    private void Add(FormattableString element) => _svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
