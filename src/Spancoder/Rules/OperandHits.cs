using System.Runtime.InteropServices;
using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Where each operand of a rule set stands in one document. What nobody asks for is not looked for.</summary>
internal sealed class OperandHits(RuleSet rules, PhraseFinder phrases)
{
    private readonly List<Hit>?[] _hits = new List<Hit>?[rules.Operands.Count];
    private readonly Hit[]?[] _byEnd = new Hit[]?[rules.Operands.Count];
    private readonly int[] _longest = new int[rules.Operands.Count];
    private readonly List<int> _asked = [];
    private SegmentedDocument _document = null!; // Begin comes first
    private Stretches _stretches = null!; // as above

    /// <summary>Turns to a document whose phrases were just found, and forgets the one before.</summary>
    public void Begin(SegmentedDocument document, Stretches stretches)
    {
        (_document, _stretches) = (document, stretches);
        foreach (var operand in _asked) (_hits[operand], _byEnd[operand], _longest[operand]) = (null, null, 0);
        _asked.Clear();
    }

    /// <summary>All of them, in order.</summary>
    public List<Hit> Of(int operand)
    {
        if (_hits[operand] is { } known) return known;

        _asked.Add(operand);
        return _hits[operand] = Find(rules.Operands[operand]);
    }

    /// <summary>Those that lie in no longer one; of equal ones the first that is written.</summary>
    public ReadOnlySpan<Hit> LongestOf(int operand)
    {
        var hits = Of(operand);
        if (hits.Count == 0) return [];

        List<Hit> longest = new(hits.Count);
        foreach (var hit in CollectionsMarshal.AsSpan(hits))
        {
            if (longest is [.., var last] && hit.End <= last.End)
            {
                if (hit.Span == last.Span && hit.Operand == last.Operand && hit.Phrase < last.Phrase) longest[^1] = hit;
                continue;
            }

            longest.Add(hit);
        }

        return CollectionsMarshal.AsSpan(longest);
    }

    /// <summary>Those that end at <paramref name="position"/> or before it; the one that ends last comes first.</summary>
    public IEnumerable<Hit> EndingBefore(int operand, int position)
    {
        var byEnd = _byEnd[operand] ??= [.. Of(operand).OrderBy(hit => hit.End)];
        for (var index = Sorted.FirstFrom(byEnd, static hit => hit.End, position + 1) - 1; index >= 0; index--) yield return byEnd[index];
    }

    /// <summary>The index of the first that starts at <paramref name="position"/> or after it.</summary>
    public int FirstFrom(int operand, int position) => Sorted.FirstFrom(CollectionsMarshal.AsSpan(Of(operand)), static hit => hit.Start, position);

    /// <summary>Those that reach over <paramref name="position"/> or start there, before <paramref name="end"/>.</summary>
    public IEnumerable<Hit> Touching(int operand, int position, int end)
    {
        var hits = Of(operand);
        if (hits.Count == 0) yield break;
        if (_longest[operand] == 0) _longest[operand] = hits.Max(hit => hit.End - hit.Start);

        for (var index = FirstFrom(operand, position - _longest[operand]); index < hits.Count && hits[index].Start < end; index++)
        {
            if (hits[index].End > position) yield return hits[index];
        }
    }

    /// <summary>The terms that found it, in order of the text.</summary>
    public IReadOnlyList<string> ViaOf(Hit hit) => rules.Operands[hit.Operand] switch
    {
        CompiledOperand.Phrases phrases => phrases.Via[hit.Phrase],
        CompiledOperand.Expression expression => expression.Via,
        CompiledOperand.Several { Via: { } via } => via,
        _ => [.. hit.Last!.Hits().SelectMany(ViaOf)], // only several have no term of their own, and they have parts
    };

    private List<Hit> Find(CompiledOperand operand) => operand switch
    {
        CompiledOperand.Phrases => phrases.Of(operand.Number),
        CompiledOperand.Expression expression => Search(expression),
        CompiledOperand.Either either => Union(either),
        CompiledOperand.Several several => MinimalSpans.Of([.. several.Parts.Select(part => HeardOf(part.Number, several.Speakers))], several.Nearness, _stretches, several.Number),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private List<Hit> Search(CompiledOperand.Expression expression)
    {
        List<Hit> found = [];
        var text = _document.Document.Text;
        foreach (var sentence in _document.Sentences)
        {
            foreach (var match in expression.Regex.EnumerateMatches(sentence.In(text)))
            {
                if (match.Length > 0) found.Add(new(sentence.Start + match.Index, sentence.Start + match.Index + match.Length, expression.Number, 0, null));
            }
        }

        return found;
    }

    private List<Hit> Union(CompiledOperand.Either either) => [.. either.Parts.SelectMany(part => Of(part.Number)).Order(Comparer<Hit>.Create(Hit.InOrderOfWords))];

    private List<Hit> HeardOf(int operand, SpeakerTest? speakers)
    {
        var hits = Of(operand);
        return speakers is null ? hits : [.. hits.Where(hit => _stretches.SegmentAt(hit.Start) is { Codable: true } segment && speakers.Fits(segment.Speaker, segment.Layer))];
    }
}
