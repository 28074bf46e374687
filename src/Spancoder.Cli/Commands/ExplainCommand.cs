using System.CommandLine;
using System.Globalization;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Cli.Commands;

/// <summary>Why something was, or was not, coded.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> what = new("SEGMENT") { Description = "A segment, as FILE#NUMBER; with --text, the words themselves." };
        Option<bool> isText = new("--text") { Description = "SEGMENT is a sentence to be explained as it stands." };
        Option<string?> root = new("--root") { Description = "The folder that the segment's document is named from.", HelpName = "DIR" };
        Option<string[]> interviewers = new("--interviewer") { Description = "A speaker's label that is an interviewer's.", HelpName = "NAME" };
        Option<string> unit = new("--unit") { Description = "What a segment is: turn, sentence or paragraph.", DefaultValueFactory = _ => "turn", HelpName = "UNIT" };
        unit.AcceptOnlyFromAmong("turn", "sentence", "paragraph");
        var codebook = CodebookOption.Create();

        Command command = new("explain", "Say why a segment, or a sentence, was or was not coded.") { what, isText, root, interviewers, unit, codebook };
        command.SetAction(parsed =>
        {
            var rules = CodebookOption.Read(parsed.GetValue(codebook));
            Tokenizer tokenizer = new();
            var given = parsed.GetRequiredValue(what);
            if (parsed.GetValue(isText))
            {
                if (string.IsNullOrWhiteSpace(given)) throw new InputException(new("spancoder explain"), "there are no words to explain", "write a sentence after --text");

                var passage = Passage.Of(given, tokenizer, out var words);
                return Explain(rules, tokenizer, passage, passage.Segments[0], words, parsed.InvocationConfiguration.Output);
            }

            var document = Open(given, parsed.GetValue(root), parsed.GetValue(interviewers) ?? [], out var number);
            var tokens = tokenizer.Read(document.Text);
            var segmented = Segmenter.Split(document, tokens, Enum.Parse<SegmentUnit>(parsed.GetRequiredValue(unit), ignoreCase: true));
            if (number > segmented.Segments.Count)
            {
                throw new InputException(new(document.File), $"there is no segment {number} (it has {segmented.Segments.Count})", "run 'spancoder segment' to see them");
            }

            return Explain(rules, tokenizer, segmented, segmented.Segments[number - 1], tokens, parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static Document Open(string segment, string? root, IReadOnlyList<string> interviewers, out int number)
    {
        var hash = segment.LastIndexOf('#');
        if (hash < 1 || !int.TryParse(segment.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1)
        {
            throw new InputException(new("spancoder explain"), $"'{segment}' does not name a segment", "write FILE#NUMBER as in segments.csv, or put --text before a sentence");
        }

        var file = root is null ? segment[..hash] : Path.Combine(root, segment[..hash]);
        return DocumentReader.Read(new(segment[..hash], file, new Dictionary<string, string>()), new() { Interviewers = interviewers });
    }

    private static int Explain(RuleSet rules, Tokenizer tokenizer, SegmentedDocument document, Segment segment, ReadOnlySpan<Token> tokens, TextWriter output)
    {
        var text = document.Document.Text;
        output.WriteLine($"{segment.Id}, {segment.Layer.ToString().ToLowerInvariant()}, {(segment.Codable ? "codable" : "not codable")}{(segment.Speaker is { } speaker ? $", {speaker.Key} ({speaker.Role.ToString().ToLowerInvariant()})" : "")}");
        output.WriteLine(segment.Span.In(text));
        output.WriteLine();

        var hits = new Matcher(rules, tokenizer).Find(document, tokens, withStopped: true).Where(hit => hit.Segment == segment).ToList();
        if (hits is []) output.WriteLine(segment.Codable ? "No rule's words are in it." : "It is kept and shown, and no rule looks at it.");
        foreach (var hit in hits) output.WriteLine(Line(hit, segment, text));

        foreach (var decision in new RuleCoder(rules.Codebook).Decide([.. hits.Where(hit => hit.Stopped is null)]))
        {
            var outcome = decision switch
            {
                { Veto: { } veto } => $"not given: rule {veto} forbids it",
                { IsGiven: true } => "given",
                { IsReached: true, Below: { } below } => $"and {below.Id} below it stands for both",
                _ => "not given",
            };
            output.WriteLine($"{decision.Code.Id} {decision.Code.Name}: {decision.Reason.Points} of {decision.Code.Threshold} points, {outcome}");
        }

        return ExitCode.Done;
    }

    private static string Line(RuleHit hit, Segment segment, string text)
    {
        var points = new CodePoints(text);
        var start = points.At(segment.Span.Start);
        var place = $"characters {points.At(hit.Span.Start) - start} to {points.At(hit.Span.End) - start}";
        var found = $"  {hit.Rule.Rule.Id} ({hit.Rule.Rule.Code}): \"{hit.Span.In(text)}\", {place}, by '{hit.Via}'";
        return hit.Stopped switch
        {
            null when hit.OnlyIf is { } context => $"{found}, with \"{context.In(text)}\": {ReasonText.Points(hit.Rule.Points)}",
            null => $"{found}: {ReasonText.Points(hit.Rule.Points)}",
            Stop.Unless unless => $"{found}: stopped by \"{unless.Span.In(text)}\" (unless)",
            _ => $"{found}: stopped, nothing that it needs is nearby (only-if)",
        };
    }
}
