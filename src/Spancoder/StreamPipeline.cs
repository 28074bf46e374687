using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reading.Formats.Rows;
using Spancoder.Reporting;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder;

/// <summary>The flow for a pipe: a line of JSON in, the same line with its codings out. Each line is a segment. Memory does not grow.</summary>
/// <remarks>
/// Where a rule asks for the turn before, what the last other speaker of the same document said in the lines before stands there, as far as a
/// few lines of it are kept; "document" reaches no further.
/// </remarks>
internal sealed class StreamPipeline
{
    private const int LongestLine = 20_000_000; // bytes
    private const int LongestBefore = 4000; // characters

    private readonly string _name;
    private readonly UtteranceStream _utterances;
    private readonly Tokenizer _tokenizer = new();
    private readonly SetsMatcher _matcher;
    private readonly MachineCoder _coder;
    private readonly bool _looksBack;
    private (string Document, string Voice, string Before, string Said) _talk = ("", "", "", "");

    /// <param name="name">Of the stream, for messages.</param>
    public StreamPipeline(string name, Machine machine, ReadingOptions options)
    {
        _name = name;
        _utterances = new(name, options);
        _matcher = new(machine.Rules, _tokenizer);
        _coder = new(machine, _tokenizer.Vocabulary);
        _looksBack = machine.Rules.LooksBeyondTheTurn || machine.Classifier is { Space.WithPrevious: true };
    }

    /// <param name="whenWrong">Takes what is wrong with a line, which is then passed over.</param>
    /// <returns>The coded lines, as they come. Each is good until the next.</returns>
    public IEnumerable<string> Run(Stream input, Action<Problem> whenWrong)
    {
        ByteLines lines = new(input, LongestLine);
        for (var number = 1; lines.TryRead(out var line, out var isTooLong); number++)
        {
            if (!isTooLong && line.Span.Trim(" \t\r\n"u8).IsEmpty) continue;
            if (TryCode(line, isTooLong, number, whenWrong) is { } coded) yield return coded;
        }
    }

    private string? TryCode(ReadOnlyMemory<byte> line, bool isTooLong, int number, Action<Problem> whenWrong)
    {
        try
        {
            if (isTooLong) throw new InputException(new(_name, number), $"it is longer than {LongestLine / 1_000_000} MB", "write an object of one utterance a line");
            using var utterance = _utterances.Read(line, number);
            return Code(utterance);
        }
        catch (InputException wrong)
        {
            foreach (var problem in wrong.Problems) whenWrong(problem);
            return null;
        }
    }

    private string Code(Utterance utterance)
    {
        var before = _looksBack ? TurnBefore(utterance) : "";
        var text = before.Length > 0 ? $"{before}\n{utterance.Text}" : utterance.Text;
        var start = text.Length - utterance.Text.Length;
        var tokens = _tokenizer.ReadMemory(text);
        var own = tokens[Sorted.FirstFrom(tokens.Span, static token => token.Start, start)..];
        var saysSomething = !BackChannels.Is(text, own.Span);
        if (saysSomething && _looksBack) Remember(utterance);

        List<Turn> turns = [new(new(start, text.Length), Layer.Speech, utterance.Speaker)];
        if (start > 0) turns.Insert(0, new(new(0, before.Length), Layer.Speech, null));
        var document = Document.OfTurns(utterance.Document, text, turns, utterance.Facts);
        var segments = turns.ConvertAll(turn => new Segment
        {
            Number = 1,
            Id = utterance.Document,
            Span = turn.Span,
            Layer = Layer.Speech,
            Speaker = turn.Speaker,
            Codable = turn.Span.Start == start && saysSomething && utterance.Speaker?.Role != Role.Interviewer,
            Language = document.Facts.Language,
            Words = default,
        });
        SegmentedDocument segmented = new(document, segments, [.. turns.SelectMany(turn => Segmenter.SentencesOf(document, turn))], []);
        var codings = _coder.Code(segmented, tokens, _matcher.Find(segmented, tokens));
        return CodedLine.Write(utterance.Json, segments[^1], codings, text);
    }

    // What the other voice said last. A line of the same voice goes on with its turn.
    private string TurnBefore(Utterance utterance)
    {
        if (_talk.Document != utterance.Document) _talk = (utterance.Document, "", "", "");
        return VoiceOf(utterance) == _talk.Voice ? _talk.Before : _talk.Said;
    }

    private void Remember(Utterance utterance)
    {
        var goesOn = VoiceOf(utterance) == _talk.Voice;
        var said = goesOn && _talk.Said.Length > 0 ? $"{_talk.Said}\n{utterance.Text}" : utterance.Text;
        _talk = (utterance.Document, VoiceOf(utterance), goesOn ? _talk.Before : _talk.Said, said.Length > LongestBefore ? said[^LongestBefore..] : said);
    }

    private static string VoiceOf(Utterance utterance) => utterance.Speaker?.Key ?? "";
}
