using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>Codes as discs on a circle, by area as often as they were given; lines between them, the thicker the closer they are.</summary>
internal static class NetworkLayout
{
    private const double Width = 500; // room for labels on both sides
    private const double Ring = 120;
    private const double LargestDisc = 22;
    private const double SmallestDisc = 4;
    private const double ThickestLine = 9;
    private const double ThinnestLine = .75;

    public static void Draw(Drawing.Network network, Sheet sheet)
    {
        sheet.Width = Width;
        var nodes = DiscsOf(network.Nodes, sheet.Width / 2);
        var names = NetworkLabels.Of(nodes, sheet.Width);
        var top = Math.Min(names.Top, nodes.Min(node => node.Y - node.Radius)) - Sheet.Margin;
        var down = -top;

        DrawLinks(network, nodes, down, sheet);
        foreach (var (index, disc) in nodes.Index())
        {
            sheet.AddItem($"{Lettering.Isolated(disc.Node.Label)}{(disc.Node.Name.Length > 0 ? " " + Lettering.Isolated(disc.Node.Name) : "")}: {disc.Node.Size}", disc.Node.Of,
                [Shape.Circle(disc.X, disc.Y + down, disc.Radius, "p-disc"), .. names.At(index, down)]);
        }

        var bottom = Math.Max(names.Bottom, nodes.Max(node => node.Y + node.Radius)) + down + Sheet.Margin;
        sheet.Height = DrawLegend(network, bottom, sheet) + Sheet.Margin;
    }

    // Between two places at the top, so that the first and the last stand side by side and their labels to either side. The circle's middle is at height 0.
    private static List<Disc> DiscsOf(IReadOnlyList<NetworkNode> nodes, double middle)
    {
        var angle = 2 * Math.PI / nodes.Count;
        var largest = nodes.Count == 1 ? LargestDisc : Math.Min(LargestDisc, .4 * 2 * Ring * Math.Sin(angle / 2));
        var most = Math.Max(1, nodes.Max(node => node.Size));
        return
        [
            .. nodes.Select((node, index) => new Disc(
                node,
                middle + (Ring * Math.Sin(angle * (index + .5))),
                -Ring * Math.Cos(angle * (index + .5)),
                Math.Max(Math.Min(SmallestDisc, largest), largest * Math.Sqrt(Math.Max(0, node.Size) / (double)most)))),
        ];
    }

    // The strongest last, so that it lies above.
    private static void DrawLinks(Drawing.Network network, List<Disc> discs, double down, Sheet sheet)
    {
        var most = StrongestOf(network);
        foreach (var link in network.Links.Where(link => link.Strength > 0).OrderBy(link => link.Strength))
        {
            var (first, second) = (discs[link.First], discs[link.Second]);
            var line = Shape.Path(CurveOf(first, second, down, sheet.Width / 2), "p-link");
            line.Add(new XAttribute("stroke-width", Shape.Number(Math.Max(ThinnestLine, ThickestLine * link.Strength / most))));
            sheet.AddItem(TitleOf(network, link), link.Of, line);
        }
    }

    // Bent towards the middle, so that lines between neighbours do not run through other discs.
    private static string CurveOf(Disc first, Disc second, double down, double middle)
    {
        const double Bend = .4;
        var x = ((first.X + second.X) / 2 * (1 - Bend)) + (middle * Bend);
        var y = ((first.Y + second.Y) / 2 * (1 - Bend)) + down;
        return $"M{Shape.Number(first.X)} {Shape.Number(first.Y + down)}Q{Shape.Number(x)} {Shape.Number(y)} {Shape.Number(second.X)} {Shape.Number(second.Y + down)}";
    }

    private static double DrawLegend(Drawing.Network network, double y, Sheet sheet)
    {
        var largest = network.Nodes.MaxBy(node => node.Size)!; // there is one
        List<string> lines = [$"Larger disc: given more often; the largest is {Lettering.Isolated(largest.Label)}: {largest.Size}."];
        if (network.Links.Where(link => link.Strength > 0).MaxBy(link => link.Strength) is { } strongest) lines.Add($"Thicker line: closer together; the thickest is {TitleOf(network, strongest)}.");
        else lines.Add("No two stand together.");
        foreach (var line in lines.SelectMany(line => Lettering.Wrap(line, sheet.Width - (2 * Sheet.Margin), Lettering.Small, mostLines: 3)))
        {
            y += Lettering.SmallLine;
            sheet.Add(Shape.Text(Sheet.Margin, y, line, "p-small p-soft"));
        }

        return y;
    }

    private static string TitleOf(Drawing.Network network, NetworkLink link) =>
        $"{Lettering.Isolated(network.Nodes[link.First].Label)} and {Lettering.Isolated(network.Nodes[link.Second].Label)}: {link.Text}";

    private static double StrongestOf(Drawing.Network network) => network.Links.Select(link => link.Strength).DefaultIfEmpty().Max();
}

/// <summary>A node in its place.</summary>
internal sealed record Disc(NetworkNode Node, double X, double Y, double Radius);
