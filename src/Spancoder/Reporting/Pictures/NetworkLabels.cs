using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>Where the labels of discs on a circle stand: outwards beside them, and near the top and the bottom so far off that none touches another or a disc.</summary>
internal sealed class NetworkLabels
{
    private const double Line = 15;
    private const double Gap = 6;
    private const double Hair = .001; // sines differ by less from one machine to the next
    private const int MostWithNames = 12;

    private readonly Disc[] _discs;
    private readonly double[] _middles;
    private readonly double _width;
    private readonly bool _hasNames;

    private NetworkLabels(IReadOnlyList<Disc> discs, double width)
    {
        (_discs, _width) = ([.. discs], width);
        _middles = new double[discs.Count];
        _hasNames = discs.Count <= MostWithNames && discs.Any(disc => disc.Node.Name.Length > 0);
        Place(isRight: true);
        Place(isRight: false);
    }

    public double Top => _middles.Min() - (Height / 2);

    public double Bottom => _middles.Max() + (Height / 2);

    private double Height => _hasNames ? 2 * Line : Line;

    public static NetworkLabels Of(IReadOnlyList<Disc> discs, double width) => new(discs, width);

    /// <param name="down">How far below the middle of the circle the sheet's is.</param>
    public IEnumerable<XElement> At(int index, double down)
    {
        var disc = _discs[index];
        var isRight = IsRight(disc);
        var x = disc.X + (isRight ? disc.Radius + Gap : -disc.Radius - Gap);
        var room = isRight ? _width - Sheet.Margin - x : x - Sheet.Margin;
        var (end, middle) = (isRight ? "" : " p-end", _middles[index] + down);
        var hasName = _hasNames && disc.Node.Name.Length > 0;

        var distance = Math.Abs(_middles[index] - disc.Y) - (Height / 2);
        if (distance > Line) yield return LeaderOf(disc, x, _middles[index], down);
        yield return Shape.Text(x, Lettering.Baseline(hasName ? middle - (Line / 2) : middle), Lettering.Fit(disc.Node.Label, room), end.Trim());
        if (hasName) yield return Shape.Text(x, Lettering.Baseline(middle + (Line / 2), Lettering.Small), Lettering.Fit(disc.Node.Name, room, Lettering.Small), "p-small p-soft" + end);
    }

    // From the disc that is nearest to the height of the middle upwards, then downwards.
    private void Place(bool isRight)
    {
        var side = _discs.Index().Where(disc => IsRight(disc.Item) == isRight).Select(disc => disc.Index).OrderBy(index => _discs[index].Y).ToList();
        if (side is []) return;

        var nearest = side.IndexOf(side.MinBy(index => Math.Round(Math.Abs(_discs[index].Y), 3)));
        Place(side.Take(nearest + 1).Reverse(), sign: -1);
        Place(side.Skip(nearest), sign: 1);
    }

    // Each label stands clear of those before it and of their discs. Heights are counted outwards.
    private void Place(IEnumerable<int> outwards, int sign)
    {
        var (lastLabel, lastDisc) = (double.NegativeInfinity, double.NegativeInfinity);
        foreach (var index in outwards)
        {
            var height = sign * _discs[index].Y;
            lastLabel = Math.Max(height, Math.Max(lastLabel + Height, lastDisc + (Height / 2)));
            lastDisc = Math.Max(lastDisc, height + _discs[index].Radius);
            _middles[index] = sign * lastLabel;
        }
    }

    private static XElement LeaderOf(Disc disc, double x, double middle, double down)
    {
        var sign = Math.Sign(middle - disc.Y);
        return Shape.Line(disc.X, disc.Y + (sign * disc.Radius) + down, x - (2 * Math.Sign(x - disc.X)), middle + down, "p-leader");
    }

    private bool IsRight(Disc disc) => disc.X > (_width / 2) - Hair;
}
