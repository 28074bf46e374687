using System.Globalization;
using Spancoder.Review.Next;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What a person should look at next, to be read.</summary>
internal sealed class NextPage
{
    private readonly NextSegments _next;
    private readonly IReadOnlyList<ShownSegment> _shown;
    private readonly bool _isBlind;
    private readonly List<ReportBlock> _blocks = [new ReportBlock.Heading(1, "What to look at next")];

    private NextPage(NextSegments next, IReadOnlyList<ShownSegment> shown, bool isBlind) => (_next, _shown, _isBlind) = (next, shown, isBlind);

    /// <param name="shown">In the order of the list.</param>
    /// <param name="isBlind">Without what machine and people said, and why a segment is there.</param>
    public static Report Of(NextSegments next, IReadOnlyList<ShownSegment> shown, bool isBlind)
    {
        NextPage page = new(next, shown, isBlind);
        if (!isBlind) page.AddKinds();
        page.AddHowRead();
        foreach (var segment in shown) page.Add(segment);
        return new(page._blocks);
    }

    /// <summary>0.1852, 0.00004321: a probability of inclusion as all outputs write it, with four digits that count, for its inverse is a weight.</summary>
    /// <param name="drawn">1 or more.</param>
    public static string Probability(int drawn, int frame)
    {
        var probability = (decimal)drawn / frame;
        var places = 3 - (int)Math.Floor(Math.Log10((double)probability));
        return probability.ToString("0." + new string('#', places), CultureInfo.InvariantCulture);
    }

    private void AddKinds()
    {
        List<IReadOnlyList<Cell>> rows =
        [
            .. GroundKinds.InOrder.Select(kind => (IReadOnlyList<Cell>)[GroundKinds.NameOf(kind), Number(_next.EligibleOf(kind)), Number(_shown.Count(segment => segment.Examined.Grounds.Any(ground => ground.Kind == kind)))]),
            ["random", Number(_next.Frame), Number(Random)],
        ];
        _blocks.Add(new ReportBlock.Table([new("why", IsNumber: false), new("eligible"), new("here")], rows,
            $"Segments, of {_next.Codable} codable ones; one with several reasons counts in each row. Eligible for 'random', and for all but the first row, are those that {NotJudged}."
            + (_next.Request.Code is { } code ? $" Of reasons only those that concern {code.Id} count." : "")));
    }

    private void AddHowRead()
    {
        if (_next.Request.Random > 0)
        {
            _blocks.Add(new ReportBlock.Paragraph(Random == 0
                ? $"None could be drawn by chance: of {_next.Codable} codable segments there is none that {NotJudged}."
                : $"{Random} of these {Counted.Of(_shown.Count, "segment")} {(Random == 1 ? "was" : "were")} drawn by chance (seed {_next.Request.Seed.ToString(CultureInfo.InvariantCulture)}) from the {_next.Frame} of {_next.Codable} codable segments that {NotJudged}: "
                  + $"each of those had the probability {Random}/{_next.Frame} = {Probability(Random, _next.Frame)} to be among them. Frequencies and accuracy may be estimated from these alone, and for those {_next.Frame} segments."
                  + (Random < _shown.Count ? " The others were picked for their reasons and are no random sample of anything." : "")));
        }
        else if (_shown.Count > 0)
        {
            _blocks.Add(new ReportBlock.Paragraph("All were picked for their reasons and are no random sample of anything: no frequency and no accuracy may be estimated from them."));
        }

        if (_isBlind) _blocks.Add(new ReportBlock.Paragraph("Why each is here, and what the machine and people said of it, is left out, and the order is one by chance."));
        AddWhatIsMissing();
    }

    private void AddWhatIsMissing()
    {
        var (asked, picked) = (_next.Request.Number - _next.Request.Random, _shown.Count - Random);
        if (Random > 0 && Random < _next.Request.Random) _blocks.Add(new ReportBlock.Paragraph($"{_next.Request.Random} should be drawn by chance, and there are no more."));
        if (picked == asked) return;

        _blocks.Add(new ReportBlock.Paragraph($"{asked} should be picked for a reason, and there are no more with one{(_next.Request.Code is { } code ? $" that concerns {code.Id}" : "")}{(_next.Frame > Random ? "; a larger --random draws more by chance" : "")}."));
    }

    private void Add(ShownSegment segment)
    {
        _blocks.Add(new ReportBlock.Heading(2, segment.Segment));
        _blocks.Add(new ReportBlock.Quote($"line {segment.Line}", segment.Before, segment.Text, segment.Speaker.Length > 0 ? segment.Speaker : Names.Of(segment.Examined.Segment.Layer)));
        if (_isBlind) return;

        _blocks.Add(new ReportBlock.Bullets(
        [
            .. segment.Examined.Grounds.Select(ground => $"{GroundKinds.NameOf(ground.Kind)}: {ground.Statement}"),
            .. segment.IsRandom ? ["random"] : (string[])[],
            $"the machine said: {Said(segment.Codings.Where(coding => !coding.IsByHand))}",
            segment.Codings.Any(coding => coding.IsByHand) ? $"people said: {Said(segment.Codings.Where(coding => coding.IsByHand))}" : "people said: nothing yet",
        ]));
    }

    private static string Said(IEnumerable<ShownCoding> codings) => string.Join("; ", codings.GroupBy(coding => coding.Coder)
        .Select(ofCoder => $"{ofCoder.Key}: {string.Join(", ", ofCoder.Select(coding => coding.Why.Length > 0 ? $"{coding.Code} ({coding.Why})" : coding.Code))}"));

    private int Random => _shown.Count(segment => segment.IsRandom);

    private string NotJudged => _next.Request.Reviewer is { } name ? $"{name} has not judged" : "nobody has judged";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
