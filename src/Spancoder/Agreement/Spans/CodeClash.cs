namespace Spancoder.Agreement.Spans;

/// <summary>Two codes of an exclusive domain that one coder gave the same characters: an error in what was coded, for only one of them can be meant.</summary>
/// <param name="Earlier">Begins first.</param>
/// <param name="Later">Begins within the other.</param>
public sealed record CodeClash(CodedSpan Earlier, CodedSpan Later)
{
    /// <summary>Every span that begins within an earlier one of the same coder and another code of the domain; once, with the one of those that reaches farthest.</summary>
    /// <param name="study">All its documents and coders are looked at.</param>
    /// <param name="domain">Codes that exclude each other. One alone clashes with nothing: a coder's overlapping spans of one code are one.</param>
    /// <returns>In order of document, coder and start.</returns>
    public static IReadOnlyList<CodeClash> Find(SpanStudy study, IReadOnlyCollection<string> domain)
    {
        var codes = domain.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from document in study.Documents
               from coder in study.Coders
               from clash in In(study.SpansOf(document, coder).Where(span => codes.Contains(span.Code)))
               select clash,
        ];
    }

    private static IEnumerable<CodeClash> In(IEnumerable<CodedSpan> spans)
    {
        CodedSpan? farthest = null; // of all before
        CodedSpan? other = null; // the farthest of another code than that
        foreach (var span in spans)
        {
            var rival = farthest?.Code == span.Code ? other : farthest;
            if (rival is not null && span.Start < rival.End) yield return new(rival, span);

            if (farthest is null || span.End > farthest.End) (farthest, other) = (span, farthest?.Code == span.Code ? other : farthest);
            else if (span.Code != farthest.Code && span.End > (other?.End ?? 0)) other = span;
        }
    }
}
