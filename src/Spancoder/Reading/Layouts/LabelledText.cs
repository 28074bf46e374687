using System.Text.RegularExpressions;
using Spancoder.Reading.Times;
using Spancoder.Text;

namespace Spancoder.Reading.Layouts;

/// <summary>Transcripts in which turns begin with a label: <c>Interviewer: ...</c>, <c>**P1:** ...</c>, <c>访谈者：...</c>, <c>[P1] ...</c>.</summary>
/// <remarks>
/// A paragraph without a label goes on with the turn before it, unless only one side of the conversation is labelled, or it begins with what looks like
/// a label and is none: then its speaker is left empty, and a notice says so. Words are never given to a speaker by guess.
/// </remarks>
internal sealed partial class LabelledText : ILayout
{
    private const double FewestLabelled = 0.25; // of the paragraphs
    private const double FewestInInterview = 0.1; // where an interviewer's label stands at the beginning and in the last third
    private const double OneSide = 0.8; // of the labelled turns are one speaker's

    public string Name => "labelled";

    public Fit? Fit(TextSource source)
    {
        var blocks = source.Blocks.Where(block => block is { IsMemo: false, Kind: not BlockKind.Heading }).ToList();
        var labels = Labels.Find(blocks.Where(block => block.Kind != BlockKind.Quote).SelectMany(block => block.Lines), source.Findings);
        var paragraphs = ParagraphsOf(blocks, labels);
        if (!IsTranscript(paragraphs, source.Findings)) return null;

        return new(paragraphs.Count(paragraph => paragraph.Label is not null), () =>
        {
            var isOneSided = IsOneSided(paragraphs, labels, source.Findings);
            var turns = new LabelledTurns(labels, isOneSided, StampsInParentheses(blocks)) { UnlabelledSpeaker = source.UnlabelledSpeaker };
            var units = turns.Read(source.Blocks);
            Report(source.Findings, labels, turns, units, isOneSided);
            return units;
        });
    }

    private static List<Paragraph> ParagraphsOf(List<Block> blocks, Labels labels)
    {
        List<Paragraph> paragraphs = [];
        foreach (var (index, line) in blocks.SelectMany(block => block.Lines.Index()))
        {
            if (labels.TryRead(line.Text, out var label)) paragraphs.Add(new(label.Key, IsAlone: label.WordsStart >= line.Text.Length));
            else if (index == 0 && paragraphs is [.., { IsAlone: true } head]) paragraphs[^1] = head with { IsAlone = false };
            else if (index == 0) paragraphs.Add(new(null, IsAlone: false));
        }

        return paragraphs;
    }

    // A few labelled lines in a field note do not make a transcript of it.
    private static bool IsTranscript(List<Paragraph> paragraphs, Findings findings)
    {
        var labelled = paragraphs.Count(paragraph => paragraph.Label is not null);
        if (labelled < 2) return false;
        if (labelled >= paragraphs.Count * FewestLabelled) return true;

        var first = paragraphs.FindIndex(paragraph => paragraph.Label is not null);
        var last = paragraphs.FindLastIndex(paragraph => paragraph.Label is not null);
        return labelled >= paragraphs.Count * FewestInInterview && first <= 2 && last >= paragraphs.Count * 2 / 3
            && paragraphs.Exists(paragraph => paragraph.Label is { } label && findings.RoleOf(label) == Role.Interviewer);
    }

    // One label, or interviewers only, or one that begins nearly all labelled turns and has unlabelled paragraphs behind most of its own.
    private static bool IsOneSided(List<Paragraph> paragraphs, Labels labels, Findings findings)
    {
        if (paragraphs.TrueForAll(paragraph => paragraph.Label is not null)) return false;
        if (labels.InOrder.Count == 1 || labels.InOrder.All(label => findings.RoleOf(label) == Role.Interviewer)) return true;

        var turns = paragraphs.Select(paragraph => paragraph.Label).OfType<string>().CountBy(key => key).ToList();
        var (label, count) = turns.MaxBy(entry => entry.Value);
        if (count < turns.Sum(entry => entry.Value) * OneSide) return false;

        var followed = paragraphs.Zip(paragraphs.Skip(1)).Count(pair => pair.First.Label == label && pair.Second.Label is null);
        return followed * 2 >= count;
    }

    // "(0:59)" at the end of a paragraph is a stamp where many end so; else it may be speech.
    private static bool StampsInParentheses(List<Block> blocks) =>
        blocks.Count(block => block.Lines[^1].Text.AsSpan().TrimEnd() is [.., ')' or '）'] && ParenthesisAtEnd().IsMatch(block.Lines[^1].Text)) * 2 >= blocks.Count;

    private static void Report(Findings findings, Labels labels, LabelledTurns turns, List<Unit> units, bool isOneSided)
    {
        var before = units.TakeWhile(unit => unit.Label is null).FirstOrDefault(unit => unit.Layer == Layer.Note);
        if (before is not null) findings.Say(before.Line, "there are words before the first speaker, read as a note", "begin them with a label, such as 'P03:', if somebody said them");

        if (isOneSided && turns.UnlabelledSpeaker is null)
        {
            var unlabelled = units.Count(unit => unit is { Layer: Layer.Speech, Label: null, Joint: Joint.Paragraph });
            findings.Say(null, $"only one side is labelled ({string.Join(", ", labels.InOrder)}); {Counted.Of(unlabelled, "paragraph")} without a label got no speaker", "label both sides, or name the other with --unlabelled-speaker NAME");
        }

        var ofInterviewers = turns.Continued.Where(paragraph => findings.RoleOf(paragraph.Label) == Role.Interviewer).ToList();
        Say(ofInterviewers.ConvertAll(paragraph => paragraph.Line), "without a label was read as going on with an interviewer's turn, and will not be coded", "label it if somebody else said it");
        Say(turns.Doubtful, "begins with what looks like a speaker's label and occurs only once, so its words have no speaker", "write each label the same at least twice, or take the colon away");
        foreach (var label in labels.Rare) findings.Say(null, $"'{label}' stands before very few turns, and was taken for a speaker", "look whether it is one, and take the colon away if not");

        void Say(List<int> lines, string what, string mend)
        {
            if (lines is [var first, ..]) findings.Say(first, $"{(lines.Count == 1 ? "a paragraph" : $"each of {lines.Count} paragraphs (at {Counted.Places(lines)})")} {what}", mend);
        }
    }

    [GeneratedRegex($@"[(（]\s*{Stamp.Pattern}\s*[)）]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex ParenthesisAtEnd();

    /// <param name="Label">Null where there is none.</param>
    /// <param name="IsAlone">The label stands alone, and its words in the next paragraph.</param>
    private sealed record Paragraph(string? Label, bool IsAlone);
}
