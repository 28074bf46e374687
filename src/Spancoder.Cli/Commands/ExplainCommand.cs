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
        StudyOptions study = new();
        var codebook = CodebookOption.Create();
        Option<string?> trained = new("--model") { Description = "Also say what a model makes of it that 'spancoder train' wrote.", HelpName = "FILE" };

        Command command = new("explain", "Say why a segment, or a sentence, was or was not coded.") { what, isText };
        study.AddForOneTo(command);
        command.Add(codebook);
        command.Add(trained);
        command.SetAction(parsed =>
        {
            var problems = Arguments.MistakesIn(parsed);
            var rules = problems.Try(() => CodebookOption.Read(parsed.Text(codebook)));
            var model = rules is null || parsed.Text(trained) is not { } file ? null : problems.Try(() => ModelFile.Read(file, rules));
            var reading = study.Reading(parsed, problems);
            var given = parsed.GetResult(what) is { Tokens: [var only] } ? only.Value : "";
            Tokenizer tokenizer = new();
            if (parsed.Sound(isText))
            {
                if (given is not "" && string.IsNullOrWhiteSpace(given)) problems.Add(new("spancoder explain"), "there are no words to explain", "write a sentence after --text");
                problems.StopIfAny();
                var passage = Passage.Of(given, tokenizer, out var words);
                Explanation explanation = new(rules!, model, passage, words, IsPassage: true); // without problems there are rules
                return Explain(explanation, tokenizer, passage.Segments, parsed.InvocationConfiguration.Output);
            }

            var (name, number) = Read(given, problems);
            var document = name.Length > 0 ? problems.Try(() => DocumentReader.Read(study.ReadOne(name, parsed, problems), reading)) : null;
            problems.StopIfAny();

            var tokens = tokenizer.ReadMemory(document!.Text); // without problems there is a document
            var segmented = Segmenter.Split(document, tokens.Span, study.Unit(parsed));
            if (number > segmented.Segments.Count)
            {
                throw new InputException(new(document.File), $"there is no segment {number} (it has {segmented.Segments.Count})", "run 'spancoder segment' to see them");
            }

            return Explain(new(rules!, model, segmented, tokens, IsPassage: false), tokenizer, [segmented.Segments[number - 1]], parsed.InvocationConfiguration.Output);
        });
        return command;
    }

    private static (string File, int Number) Read(string segment, Problems problems)
    {
        var hash = segment.LastIndexOf('#');
        if (hash > 0 && int.TryParse(segment.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return (segment[..hash], number);

        if (segment.Length > 0) problems.Add(new("spancoder explain"), $"'{segment}' does not name a segment", "write FILE#NUMBER as in segments.csv, or put --text before a sentence");
        return ("", 0);
    }

    private sealed record Explanation(RuleSet Rules, TrainedModel? Model, SegmentedDocument Document, ReadOnlyMemory<Token> Tokens, bool IsPassage);

    private static int Explain(Explanation what, Tokenizer tokenizer, IReadOnlyList<Segment> segments, TextWriter output)
    {
        var all = new Matcher(what.Rules, tokenizer).Find(what.Document, what.Tokens, withStopped: true, what.IsPassage);
        var coder = new RuleCoder(what.Rules.Codebook);
        foreach (var (index, segment) in segments.Index())
        {
            if (index > 0) output.WriteLine();
            List<RuleHit> hits = [.. all.Where(hit => hit.Segment == segment)];
            Explain(what.Document, segment, hits, coder, output);
            if (what.Model is not { } model || !segment.Codable) continue;

            MachineCoder machine = new(model.On(what.Rules), tokenizer.Vocabulary);
            var said = machine.Explain(what.Document, what.Tokens, hits.FindAll(hit => hit.Stopped is null), segment);
            foreach (var (score, reason) in said)
            {
                var below = said.Select(other => other.Score).FirstOrDefault(other => other.IsGiven && other.Code != score.Code && other.Code.IsWithin(score.Code));
                output.WriteLine($"{score.Code.Id} {score.Code.Name}: {ReasonText.Of(reason, span => span.In(what.Document.Document.Text).ToString())}, {(score.IsGiven ? "given" : below is not null ? $"and {below.Code.Id} below it stands for both" : score.IsOpen ? "not given" : "not given: a rule forbids it, or what it is nested in is not given")}");
            }
        }

        return ExitCode.Done;
    }

    private static void Explain(SegmentedDocument document, Segment segment, List<RuleHit> hits, RuleCoder coder, TextWriter output)
    {
        var text = document.Document.Text;
        var speaker = segment.Speaker is { Key.Length: > 0 } known ? $", {known.Key} ({known.Role.ToString().ToLowerInvariant()})" : "";
        output.WriteLine($"{segment.Id}, {segment.Layer.ToString().ToLowerInvariant()}, {(segment.Codable ? "codable" : "not codable")}{speaker}");
        output.WriteLine(segment.Span.In(text));
        output.WriteLine();

        if (hits is []) output.WriteLine(segment.Codable ? "No rule's words are in it." : "It is kept and shown, and no rule looks at it.");
        foreach (var hit in hits) output.WriteLine(Line(hit, segment, text));

        foreach (var decision in coder.Decide([.. hits.Where(hit => hit.Stopped is null)]))
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
    }

    private static string Line(RuleHit hit, Segment segment, string text)
    {
        var points = new CodePoints(text);
        var start = points.At(segment.Span.Start);
        var place = $"characters {points.At(hit.Span.Start) - start} to {points.At(hit.Span.End) - start}";
        var via = string.Join(" and ", hit.Via.Select(term => $"'{term}'"));
        var found = $"  {hit.Rule.Rule.Id} ({hit.Rule.Rule.Marks ?? hit.Rule.Rule.Code}): \"{hit.Span.In(text)}\", {place}, by {via}{Negation(hit, text)}";
        return hit.Stopped switch
        {
            null when hit.Rule.Rule.Marks is not null => $"{found}: marks what is coded there",
            null when hit.OnlyIf is { } context => $"{found}, with \"{context.In(text)}\": {ReasonText.Points(hit.Rule.Points)}",
            null => $"{found}: {ReasonText.Points(hit.Rule.Points)}",
            Stop.Elsewhere elsewhere => $"{found}: stopped, the document is not as it wants ({elsewhere.Test}) (where)",
            Stop.OtherSpeaker => $"{found}: stopped, it looks at what others say ({hit.Rule.Rule.Settings.Speakers}) (speakers)",
            Stop.Negated => $"{found}: stopped (negation: skip)",
            Stop.NotNegated => $"{found}: stopped, it is not negated (negation: only)",
            Stop.NothingNearby => $"{found}: stopped, nothing that it needs is nearby (only-if)",
            Stop.Unless unless => $"{found}: stopped by \"{unless.Span.In(text)}\" (unless)",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Negation(RuleHit hit, string text) => hit.Negation is { } cue ? $", negated by \"{cue.In(text)}\"" : "";
}
