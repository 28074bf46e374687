using System.Text.RegularExpressions;
using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

/// <summary>
/// The oracle's finds: every way to choose one place for each thing that is asked for, then those that keep to the distance, then those that
/// hold no shorter one. docs/rules.md, "Several things near each other".
/// </summary>
internal sealed partial class SlowOperands(SegmentedDocument document, SlowTerms terms)
{
    private readonly string _text = document.Document.Text;
    private readonly SlowWords _words = new(document.Document.Text);
    private readonly Dictionary<(string Term, bool IsExact), List<Found>> _ofTerm = [];

    private readonly Dictionary<DistanceUnit, List<TextSpan>> _stretches = [];

    /// <param name="Parts">One way to find it: the words, in order of the text.</param>
    public sealed record Found(TextSpan Span, IReadOnlyList<TextSpan> Parts)
    {
        public Found(TextSpan span)
            : this(span, [span])
        {
        }

        public override string ToString() => string.Join(' ', Parts.Select(part => $"{part.Start}-{part.End}"));
    }

    /// <param name="mayBe">Whether a word that is found counts; null where all do.</param>
    public List<Found> Find(Operand operand, Func<TextSpan, bool>? mayBe = null) => operand switch
    {
        Operand.Term term => [.. OfTerm(term.Text, isExact: false).Where(found => mayBe is null || mayBe(found.Span))],
        Operand.AnyOf any => Distinct(any.Operands.SelectMany(part => Find(part, mayBe))),
        Operand.Several several => Near([.. several.Operands.Select(part => Find(part, mayBe))], several.AtLeast, several.Within, several.InOrder),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public List<Found> Find(IEnumerable<string> terms) => Distinct(terms.SelectMany(term => OfTerm(term, isExact: false)));

    private List<Found> OfTerm(string term, bool isExact)
    {
        if (!_ofTerm.TryGetValue((term, isExact), out var found)) _ofTerm[(term, isExact)] = found = Distinct(Search(term.Trim(), isExact));
        return found;
    }

    private IEnumerable<Found> Search(string term, bool isExact)
    {
        if (term.StartsWith('/')) return document.Sentences.SelectMany(sentence => Matches(term.Trim('/'), sentence));

        isExact |= term.StartsWith('=');
        if (SlowTerms.ListAlone(term) is { } list) return terms[list].SelectMany(entry => OfTerm(entry, isExact));

        var pieces = SlowTerms.Cut(term);
        List<List<Found>> places = [.. pieces.Select(piece => terms.Places(piece, isExact, _words).Select(span => new Found(span)).ToList())];
        return places is [var only] ? only : Near(places, places.Count, new(DistanceUnit.Words, 5), inOrder: true);
    }

    private IEnumerable<Found> Matches(string expression, TextSpan sentence) =>
        Regex.Matches(sentence.In(_text).ToString(), expression, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            .Where(match => match.Length > 0).Select(match => new Found(new(sentence.Start + match.Index, sentence.Start + match.Index + match.Length)));

    private List<Found> Near(List<List<Found>> places, int atLeast, Distance within, bool inOrder)
    {
        var valid = Distinct(All(within.Unit).SelectMany(stretch => Choices([.. places.Select(ofPart => ofPart.Where(found => stretch.Contains(found.Span)).ToList())], atLeast, 0, []))
            .Select(choice => AsOne(choice, within, inOrder)).OfType<Found>());
        return [.. valid.Where(found => !valid.Any(other => other.Span != found.Span && found.Span.Contains(other.Span)))];
    }

    // Every way to take so many of the lists, and one place of each; what overlaps cannot become valid any more.
    private static IEnumerable<List<Found>> Choices(List<List<Found>> places, int count, int from, List<Found> taken)
    {
        if (taken.Count == count)
        {
            yield return taken;
            yield break;
        }

        for (var index = from; index < places.Count; index++)
        {
            foreach (var place in places[index].Where(place => !taken.Any(other => Overlap(other.Span, place.Span))))
            {
                foreach (var choice in Choices(places, count, index + 1, [.. taken, place])) yield return choice;
            }
        }
    }

    private static bool Overlap(TextSpan left, TextSpan right) => left.Start < right.End && right.Start < left.End;

    // Null where they do not stand as they should.
    private Found? AsOne(List<Found> choice, Distance within, bool inOrder)
    {
        List<Found> sorted = [.. choice.OrderBy(found => found.Span.Start)];
        if (inOrder && !sorted.SequenceEqual(choice)) return null;

        var isNear = sorted.Zip(sorted.Skip(1)).All(pair => AreNear(pair.First.Span, pair.Second.Span, within));
        return isNear ? new(new(sorted[0].Span.Start, sorted[^1].Span.End), [.. sorted.SelectMany(found => found.Parts).OrderBy(part => part.Start)]) : null;
    }

    /// <summary>Whether no more than is allowed stands between two that do not overlap, the left one first.</summary>
    public bool AreNear(TextSpan left, TextSpan right, Distance within)
    {
        TextSpan between = new(left.End, right.Start);
        return within.Unit switch
        {
            DistanceUnit.Words => WordsIn(between).Sum(word => word.IsHan ? 0.5 : 1) <= within.Count,
            DistanceUnit.Characters => between.In(_text).ToString().EnumerateRunes().Count() <= within.Count,
            _ => true,
        };
    }

    /// <summary>Those that lie in it wholly.</summary>
    public IEnumerable<SlowWords.Word> WordsIn(TextSpan span) => _words.Words.Where(word => span.Contains(word.Span));

    /// <summary>The sentence, paragraph, segment, turn or document that holds a position; for a distance that is counted, what lies between two of the marks that end it.</summary>
    public TextSpan Stretch(DistanceUnit unit, int position) => All(unit).Single(stretch => stretch.Start <= position && position < stretch.End);

    private List<TextSpan> All(DistanceUnit unit)
    {
        if (!_stretches.TryGetValue(unit, out var all)) _stretches[unit] = all = [.. Stretches(unit)];
        return all;
    }

    private IEnumerable<TextSpan> Stretches(DistanceUnit unit) => unit switch
    {
        DistanceUnit.Sentence => document.Sentences,
        DistanceUnit.Paragraph => new TextSpan(0, _text.Length).Lines(_text),
        DistanceUnit.Segment => document.Segments.Select(segment => segment.Span),
        DistanceUnit.Turn => document.Document.Turns.Select(turn => turn.Span),
        DistanceUnit.Document => [new(0, _text.Length)],
        _ => document.Sentences.SelectMany(Clauses),
    };

    private IEnumerable<TextSpan> Clauses(TextSpan sentence)
    {
        var start = sentence.Start;
        foreach (Match mark in Barrier().Matches(sentence.In(_text).ToString()))
        {
            yield return new(start, start = sentence.Start + mark.Index + mark.Length);
        }

        yield return new(start, sentence.End);
    }

    private static List<Found> Distinct(IEnumerable<Found> found) => [.. found.DistinctBy(one => one.ToString())];

    [GeneratedRegex(@"[;；…]|\.\.\.")]
    private static partial Regex Barrier();
}
