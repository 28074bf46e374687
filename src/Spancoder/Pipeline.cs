using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Reporting.Results;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder;

/// <summary>The whole flow. Documents are read, cut, matched, coded, written, counted and forgotten, one by one.</summary>
internal static class Pipeline
{
    /// <summary>Everything, in order. Reads no clock: the same input gives the same results, whatever the number of threads.</summary>
    /// <param name="study">Which documents.</param>
    /// <param name="machine">Who codes what people did not.</param>
    /// <param name="byHand">What people said.</param>
    /// <param name="options">What the user chose.</param>
    /// <param name="output">Takes the coded documents, in order of id.</param>
    /// <param name="report">Counts them.</param>
    /// <returns>What else is to be said; documents that could not be read stand in it as problems.</returns>
    public static RunLog Run(Study study, Machine machine, HandCodings byHand, CodingOptions options, ResultFiles output, CodingReport report)
    {
        RunLog log = new([.. study.Notices, .. byHand.Notices]);
        NamedInterviewers named = new(options.Reading.Interviewers);
        foreach (var outcome in Each(study, machine, byHand, options))
        {
            if (outcome.Coded is { } coded)
            {
                var counted = report.Add(CodedResults.Of(coded))!; // a report on everything leaves nothing out
                output.Add(coded, counted);
                log.Add(coded, counted);
                named.Add(coded.Segmented.Document);
            }

            log.Add(outcome.Problems);
        }

        log.AddMistakes(named.NotFound);
        return log;
    }

    /// <summary>The documents with their codings, in order of id; for those who want something else of them than files and tallies.</summary>
    /// <param name="withStopped">Also with the hits that do not count, for those who ask why something was not coded.</param>
    public static IEnumerable<Outcome> Each(Study study, Machine machine, HandCodings byHand, CodingOptions options, bool withStopped = false) =>
        Ordered.Select(study.Documents, options.Threads, () => new Worker(machine, byHand, options, withStopped), (worker, file) => worker.Read(file))
            .Telling(study.Documents.Count, options.Progress, outcome => outcome.Coded?.Segmented.Segments.Count ?? 0);

    /// <param name="Coded">Null when the document could not be read.</param>
    internal sealed record Outcome(CodedDocument? Coded, IReadOnlyList<Problem> Problems);

    /// <summary>What one thread needs to take a document from its bytes to its codings.</summary>
    private sealed class Worker
    {
        private readonly Tokenizer _tokenizer = new();
        private readonly SetsMatcher _matcher;
        private readonly MachineCoder _coder;
        private readonly HandCodings _byHand;
        private readonly CodingOptions _options;
        private readonly bool _withStopped;

        public Worker(Machine machine, HandCodings byHand, CodingOptions options, bool withStopped)
        {
            _matcher = new(machine.Rules, _tokenizer);
            _coder = new(machine, _tokenizer.Vocabulary);
            (_byHand, _options, _withStopped) = (byHand, options, withStopped);
        }

        public Outcome Read(DocumentFile file)
        {
            try
            {
                var coded = Code(DocumentReader.Read(file, _options.Reading));
                return new(coded, coded.ByHand.Problems);
            }
            catch (InputException wrong)
            {
                return new(null, wrong.Problems);
            }
        }

        private CodedDocument Code(Document document)
        {
            var tokens = _tokenizer.ReadMemory(document.Text);
            var segmented = Segmenter.Split(document, tokens.Span, _options.Unit);
            var judged = _byHand.On(segmented);
            if (_options.Reading.Strict) segmented.StopIfAnyNotice();
            if (_options.Reading.Strict) judged.StopIfAnyNotice();
            var found = _matcher.Find(segmented, tokens, _withStopped);
            var hits = _withStopped ? found.FindAll(hit => hit.Stopped is null) : found;
            CodedDocument coded = new(segmented, hits, _coder.Code(segmented, tokens, hits)) { ByHand = judged, Features = _coder.Features(segmented, tokens, hits) };
            return _withStopped ? coded with { Stopped = found.FindAll(hit => hit.Stopped is not null), ByModel = _coder.Judge(segmented, tokens, hits) } : coded;
        }
    }
}
