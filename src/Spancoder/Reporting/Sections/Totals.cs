namespace Spancoder.Reporting.Sections;

/// <summary>What several sections of a report need: counts over everything it is about, and who judged how much.</summary>
/// <param name="scope">Whose codings count.</param>
internal sealed class Totals(ReportScope scope)
{
    private readonly SortedDictionary<string, (int Judged, int Unsure)> _people = new(StringComparer.Ordinal);

    public Tally Whole { get; } = new("");

    public int Documents { get; private set; }

    /// <summary>In order of name: how many segments a person judged, and in how many others they could not tell.</summary>
    public IReadOnlyDictionary<string, (int Judged, int Unsure)> People => _people;

    public void Add(CountedDocument document)
    {
        Documents++;
        foreach (var segment in document.Segments)
        {
            Whole.Add(segment, document.Id);
            foreach (var judged in segment.Segment.Codings.Where(coding => coding.IsByHand && scope.Has(coding)).GroupBy(coding => coding.Coder)) Count(judged.Key, judged.Any(coding => coding.Code == Coding.Unsure));
        }
    }

    private void Count(string person, bool isUnsure)
    {
        var (judged, unsure) = _people.GetValueOrDefault(person);
        _people[person] = isUnsure ? (judged, unsure + 1) : (judged + 1, unsure);
    }
}
