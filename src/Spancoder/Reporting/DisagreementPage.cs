using Spancoder.Review.Differing;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>Where coders differ, as a page to sit around: counts, what was taken for what, and every segment with what each said of it.</summary>
internal sealed class DisagreementPage
{
    private readonly Disagreements _disagreements;
    private readonly List<ReportBlock> _blocks = [];
    private readonly IReadOnlyList<string> _codes;

    private DisagreementPage(Disagreements disagreements)
    {
        _disagreements = disagreements;
        _codes = [.. disagreements.Codebook.Codes.Select(code => code.Id), .. Coding.Reserved, Confusions.NothingElse];
    }

    /// <param name="notices">What was guessed, skipped or left out on the way.</param>
    public static Report Of(Disagreements disagreements, IReadOnlyList<Notice> notices)
    {
        DisagreementPage page = new(disagreements);
        page.AddSummary(notices);
        page.AddTypes();
        page.AddConfusions();
        page.AddRules();
        page.AddSegments();
        return new(page._blocks);
    }

    private bool HasRules => _disagreements.Scope.WithRules;

    private void AddSummary(IReadOnlyList<Notice> notices)
    {
        var people = _disagreements.People;
        Head(1, "Disagreements");
        if (_disagreements.Scope.Codes is { } codes) Say($"Only segments to which somebody gave {string.Join(" or ", _codes.Where(codes.Contains))}.");
        if (_disagreements.Scope.Coders is { Count: > 0 } coders) Say($"Only these people: {string.Join(", ", coders)}.");
        Say(people.Compared == 0
            ? "No segment was judged by two people or more."
            : $"{Counted.Of(people.Compared, "segment")} {(people.Compared == 1 ? "was" : "were")} judged by two people or more: they agree on {people.Agreeing} and differ on {people.Differing}; on {people.Unsure} somebody cannot tell, and the others do not differ.");
        AddDecided();
        if (notices.Count == 0) return;

        Head(2, "What was guessed, skipped or left out");
        _blocks.Add(new ReportBlock.Bullets([.. notices.Select(notice => notice.ToString())]));
    }

    private void AddDecided()
    {
        if (_disagreements.Decided is not { } decided) return;

        var earlier = _disagreements.Found.Count(found => found.Earlier is not null);
        Say((decided == 0 ? "No decision on record settles any of them." : $"A decision on record settles {Counted.Of(decided, "segment")}, counted here and in the tables, and not listed.")
            + (earlier == 0 ? "" : $" For {Counted.Of(earlier, "segment")} the decision was made before coders gave something else, or others judged: it is listed with what it was."));
    }

    private void AddTypes()
    {
        if (_disagreements.People.Differing == 0) return;

        Head(2, "How people differ");
        AddTypes(_disagreements.People, $"Of the {Counted.Of(_disagreements.People.Differing, "segment")} on which people differ. One on which they differ in several ways counts in each.");
    }

    private void AddTypes(DifferenceTally tally, string denominator) => _blocks.Add(new ReportBlock.Table(
        [new("type", IsNumber: false), new("segments"), new("that is", IsNumber: false)],
        [.. DifferenceTypes.All.Where(type => tally.Of(type) > 0).Select(type => (IReadOnlyList<Cell>)[DifferenceTypes.NameOf(type), Number(tally.Of(type)), DifferenceTypes.MeaningOf(type)])],
        denominator));

    private void AddConfusions()
    {
        var pairs = _disagreements.People.Pairs.Where(pair => pair.Confusions.Differing > 0).ToList();
        if (pairs is []) return;

        Head(2, "What was taken for what");
        foreach (var (one, other, confusions) in pairs) AddConfusions(one, other, confusions);
    }

    private void AddConfusions(string one, string other, Confusions confusions)
    {
        Head(3, $"{one} and {other}");
        _blocks.Add(new ReportBlock.Table(
            [new($"{one} gave", IsNumber: false), new($"{other} gave", IsNumber: false), new("segments")],
            [.. confusions.InOrder(_codes).Select(pair => (IReadOnlyList<Cell>)[pair.One, pair.Other, Number(pair.Segments)])],
            $"Both judged {Counted.Of(confusions.Both, "segment")}, and gave other codes to {confusions.Differing}. One with several codes that only one of them gave counts for each; \"{Confusions.NothingElse}\" is no code but those that both gave."));
    }

    private void AddRules()
    {
        if (!HasRules) return;

        var rules = _disagreements.Rules;
        Head(2, "Beside the rules");
        Say($"The rules are a machine and no judge: what they differ in says where to look. Of {Counted.Of(rules.Compared, "segment")} that people judged they give {rules.Agreeing} what people gave, and something else to {rules.Differing}; on {rules.Unsure} people cannot tell.");
        if (rules.Differing == 0) return;

        AddTypes(rules, $"Of the {Counted.Of(rules.Differing, "segment")} on which the rules differ from somebody.");
        foreach (var (one, other, confusions) in rules.Pairs.Where(pair => pair.Confusions.Differing > 0)) AddConfusions(one, other, confusions);
    }

    private void AddSegments()
    {
        AddSegments("Segments on which people differ", found => found.Types is not []);
        AddSegments("Segments on which somebody cannot tell", found => found.IsUnsure);
        AddSegments("Segments on which only the rules differ", found => found is { Types: [], IsUnsure: false });
    }

    private void AddSegments(string heading, Func<Disagreement, bool> which)
    {
        var found = _disagreements.Found.Where(which).ToList();
        if (found is []) return;

        Head(2, heading);
        foreach (var disagreement in found) Add(disagreement);
    }

    private void Add(Disagreement disagreement)
    {
        var segment = disagreement.Segment;
        Head(3, segment.Id);
        var source = segment.Speaker.Length > 0 ? $"line {segment.Line}, {segment.Speaker}" : $"line {segment.Line}";
        _blocks.Add(new ReportBlock.Quote(source, segment.Before.Length > 0 ? [segment.Before] : [], segment.Text, disagreement.Label.Replace("|", ", ", StringComparison.Ordinal)));
        _blocks.Add(new ReportBlock.Bullets([.. segment.Everybody.SelectMany(verdict => verdict.Codings.Select(coding => InWords(segment, verdict, coding))), .. disagreement.Earlier is { } entry ? [$"entry {entry.Number} on record: {string.Join(", ", entry.Decision)}: {entry.Reason}"] : Array.Empty<string>()]));
    }

    private static string InWords(ReviewedSegment segment, Verdict verdict, Coding coding)
    {
        var status = string.Concat([.. coding.Status.Select(status => $", {status}"), coding.Negated == true ? ", negated" : ""]);
        var said = $"{verdict.Coder}{(verdict.IsByMachine ? " (a machine)" : "")}: {coding.Code}{status}";
        var (quote, reason) = (segment.QuoteOf(coding), ReasonText.Of(coding.Reason, segment.In));
        return said + (quote.Length > 0 && !verdict.IsByMachine ? $" \"{quote}\"" : "") + (reason.Length > 0 ? $": {reason}" : "");
    }

    private void Head(int level, string text) => _blocks.Add(new ReportBlock.Heading(level, text));

    private void Say(string text) => _blocks.Add(new ReportBlock.Paragraph(text));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
