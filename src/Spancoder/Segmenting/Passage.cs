using System.Text.RegularExpressions;
using Spancoder.Reading;
using Spancoder.Text;

namespace Spancoder.Segmenting;

/// <summary>A bare passage, or a short exchange, as a document of one segment a turn: for examples, and for explaining a sentence.</summary>
/// <remarks>
/// Where its first line begins with a label, each label begins a turn: "I:" an interviewer's, "N:" a paragraph of a note, "R:" and such as "P03:" a
/// participant's. A line without one goes on. Without labels all of it is what some participant says.
/// </remarks>
internal static partial class Passage
{
    private const string SomeParticipant = "";

    /// <param name="facts">About the document that it stands for; none where nothing is known of it.</param>
    public static SegmentedDocument Of(string text, Tokenizer tokenizer, out ReadOnlyMemory<Token> tokens, IReadOnlyDictionary<string, string>? facts = null)
    {
        var units = UnitsOf(text);
        List<Speaker> speakers = [.. units.Select(unit => unit.Label).OfType<string>().Distinct().Select(label => new Speaker(label, label == "I" ? Role.Interviewer : Role.Participant))];
        var (rendered, turns, _) = Rendering.Of(units, speakers);
        tokens = tokenizer.ReadMemory(rendered);
        var document = Document.OfTurns("passage", rendered, turns, facts ?? new Dictionary<string, string>());
        var sentences = turns.SelectMany(turn => Segmenter.SentencesOf(document, turn)).ToList();
        var segments = turns.Select((turn, index) => new Segment
        {
            Number = index + 1,
            Id = $"passage#{index + 1}",
            Span = turn.Span,
            Layer = turn.Layer,
            Speaker = turn.Speaker,
            Codable = turn.Speaker?.Role != Role.Interviewer,
            Language = document.Facts.Language,
            Words = default,
        });
        return new(document, [.. segments], sentences, []);
    }

    /// <summary>The passage without its labels: what a rule sees of it, but for white space.</summary>
    public static string WordsOf(string text) => string.Concat(UnitsOf(text).Select(unit => unit.Text + "\n"));

    private static List<Unit> UnitsOf(string text)
    {
        var trimmed = text.Trim();
        if (!Label().IsMatch(trimmed)) return [new() { Layer = Layer.Speech, Label = SomeParticipant, Text = trimmed, Line = 1 }];

        List<Unit> units = [];
        foreach (var (index, line) in trimmed.Split('\n').Index())
        {
            if (Label().Match(line) is not { Success: true } label)
            {
                units[^1] = units[^1] with { Text = units[^1].Text + "\n" + line }; // the first line has a label
                continue;
            }

            var name = label.Groups["name"].Value;
            units.Add(new() { Layer = name == "N" ? Layer.Note : Layer.Speech, Label = name == "N" ? null : name, Text = line[label.Length..], Line = index + 1 });
        }

        return units;
    }

    [GeneratedRegex("^(?<name>[INR]|[A-Z]{1,3}[0-9]{1,3}): ")]
    private static partial Regex Label();
}
