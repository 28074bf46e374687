using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>Numbers what is looked for. What two rules look for alike is one operand: <c>&lt;outside&gt;</c> is found once, however many rules use it.</summary>
internal sealed class OperandTable
{
    private const int WordsInGap = 5;

    private readonly List<CompiledOperand> _operands = [];
    private readonly Dictionary<string, Sought> _known = new(StringComparer.Ordinal);
    private readonly List<List<(int Operand, int Order)>> _operandsOfPhrase = [];

    public WordPatterns Words { get; } = new();

    public PhraseTrie Trie { get; } = new();

    public IReadOnlyList<CompiledOperand> Operands => _operands;

    public (int Operand, int Order)[][] OperandsOfPhrase() => [.. _operandsOfPhrase.Select(operands => operands.ToArray())];

    /// <summary>Any of what terms stand for, or of other operands.</summary>
    public Sought Either(IReadOnlyList<TermForm> forms, IReadOnlyList<Sought> others)
    {
        List<Sought> parts = [];
        List<TermForm.Phrase> phrases = [.. forms.OfType<TermForm.Phrase>()];
        if (phrases is not [] || forms.Count + others.Count == 0) parts.Add(Phrases(phrases));
        parts.AddRange(forms.OfType<TermForm.Expression>().Select(Expression));
        parts.AddRange(forms.OfType<TermForm.Gapped>().Select(Gapped));
        parts.AddRange(others);
        return parts is [var only] ? only : Add($"any({Join(parts)})", parts, number => new CompiledOperand.Either(number, [.. parts.Select(part => part.Operand)]));
    }

    /// <param name="speakers">Whose words the parts must be; null for everybody's.</param>
    public Sought Several(IReadOnlyList<Sought> parts, Nearness nearness, SpeakerTest? speakers) => Several(parts, nearness, null, nearness.Within.Unit == DistanceUnit.Document ? speakers : null);

    private Sought Several(IReadOnlyList<Sought> parts, Nearness nearness, string? term, SpeakerTest? speakers) => Add(
        $"{nearness.AtLeast} of({string.Join(nearness.InOrder ? "," : "&", parts.Select(part => part.Wording))}) {nearness.Within} {speakers} {term}",
        parts,
        number => new CompiledOperand.Several(number, [.. parts.Select(part => part.Operand)], nearness, term is null ? null : [term], speakers));

    private Sought Gapped(TermForm.Gapped gapped) =>
        Several([.. gapped.Parts.Select(Phrases)], new(gapped.Parts.Count, new(DistanceUnit.Words, WordsInGap), InOrder: true), gapped.Text, null);

    private Sought Expression(TermForm.Expression expression) => Add(expression.Text, [], number => new CompiledOperand.Expression(number, expression.Regex, [expression.Text]));

    private Sought Phrases(IReadOnlyList<TermForm.Phrase> phrases)
    {
        List<string> wordings = [.. phrases.Select(WordingOf)];
        var key = $"words({string.Join('|', phrases.Zip(wordings, (phrase, wording) => $"{phrase.Text}: {wording}"))})";
        if (_known.TryGetValue(key, out var known)) return known;

        OrderedDictionary<int, IReadOnlyList<string>> via = [];
        foreach (var phrase in phrases) via.TryAdd(Number(phrase), [phrase.Text]);
        var sought = new Sought(new CompiledOperand.Phrases(_operands.Count, [.. via.Values]), string.Join('|', wordings.Distinct().Order(StringComparer.Ordinal)));
        _operands.Add(sought.Operand);
        foreach (var (order, phrase) in via.Keys.Index()) _operandsOfPhrase[phrase].Add((sought.Operand.Number, order));
        return _known[key] = sought;
    }

    // All that it stands for, so that a change in a list changes the hash of the rules that use it.
    private static string WordingOf(TermForm.Phrase phrase) => string.Join(' ', phrase.Words);

    private int Number(TermForm.Phrase phrase)
    {
        var number = Trie.Add(phrase.Words.Select(Words.NumberOf), _operandsOfPhrase.Count);
        if (number == _operandsOfPhrase.Count) _operandsOfPhrase.Add([]);
        return number;
    }

    private Sought Add(string wording, IReadOnlyList<Sought> parts, Func<int, CompiledOperand> make)
    {
        var key = $"{wording} {string.Join(',', parts.Select(part => part.Operand.Number))}";
        if (_known.TryGetValue(key, out var known)) return known;

        Sought sought = new(make(_operands.Count), wording);
        _operands.Add(sought.Operand);
        return _known[key] = sought;
    }

    private static string Join(IEnumerable<Sought> parts) => string.Join('|', parts.Select(part => part.Wording).Order(StringComparer.Ordinal));
}

/// <summary>An operand, and all that it stands for in words, whatever the order in which it was written.</summary>
internal sealed record Sought(CompiledOperand Operand, string Wording);
