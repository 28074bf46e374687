using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>Makes one tree of all the terms of a codebook, and numbers for everything that is looked up while matching.</summary>
internal sealed class RuleCompiler
{
    private readonly Problems _problems;
    private readonly TermParser _parser;
    private readonly OperandTable _operands = new();

    private RuleCompiler(Codebook codebook, Problems problems)
    {
        _problems = problems;
        _parser = new(codebook.Lists, problems);
    }

    /// <param name="problems">Everything wrong with its terms.</param>
    public static RuleSet Compile(Codebook codebook, Problems problems)
    {
        var compiler = new RuleCompiler(codebook, problems);
        var negation = compiler.CompileNegation(codebook);
        var rules = codebook.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => compiler.Compile(rule, codebook)).ToList();
        foreach (var list in codebook.Lists.Values) compiler.Check(list);
        return new()
        {
            Codebook = codebook,
            Rules = [.. rules.Where(rule => rule.Rule.Status != RuleStatus.Retired)],
            Operands = compiler._operands.Operands,
            Negation = negation,
            Words = compiler._operands.Words,
            Trie = compiler._operands.Trie,
            OperandsOfPhrase = compiler._operands.OperandsOfPhrase(),
        };
    }

    private CompiledRule Compile(Rule rule, Codebook codebook)
    {
        var settings = rule.Settings;
        var wording = new StringBuilder($"{rule.Code}{rule.Marks}\n{settings.Strength}\n{settings.Negation}\n{settings.Speakers}\n{settings.Extent}\n");
        foreach (var test in rule.Where) wording.Append(CultureInfo.InvariantCulture, $"where {test}\n");
        var find = Compile(rule.Find, settings.Speakers);
        wording.Append(CultureInfo.InvariantCulture, $"find {find.Wording}\n");
        var onlyIf = Contexts(rule.OnlyIf, "only-if", wording);
        var unless = Contexts(rule.Unless, "unless", wording);
        if (settings.Negation != NegationMode.Ignore) wording.Append(NegationOf(codebook));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording.ToString())));
        return new(rule, hash, rule.Points, find.Operand.Number, onlyIf, unless);
    }

    private List<CompiledContext> Contexts(IReadOnlyList<Context> contexts, string name, StringBuilder wording)
    {
        List<CompiledContext> compiled = [];
        foreach (var context in contexts)
        {
            var sought = Compile(context.Operand, speakers: null);
            compiled.Add(new(context.Kind, sought.Operand.Number, context.Within));
            wording.Append(CultureInfo.InvariantCulture, $"{name} {context.Kind} {context.Within} {sought.Wording}\n");
        }

        return compiled;
    }

    /// <param name="speakers">Whose words count, where parts may be far apart; null for everybody's.</param>
    private Sought Compile(Operand operand, SpeakerTest? speakers)
    {
        switch (operand)
        {
            case Operand.Several several:
                CheckSize(several);
                return _operands.Several(
                    [.. several.Operands.Select(part => Compile(part, speakers))], new(several.AtLeast, several.Within, several.InOrder), speakers);
            case Operand.AnyOf any:
                List<TermForm> forms = [];
                List<Sought> others = [];
                foreach (var part in any.Flat())
                {
                    if (part is Operand.Term term) forms.AddRange(_parser.Parse(term));
                    else others.Add(Compile(part, speakers));
                }

                return _operands.Either(forms, others);
            case Operand.Term term:
                return _operands.Either(_parser.Parse(term), []);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    // The search keeps something for every set of parts that may have been found so far.
    private void CheckSize(Operand.Several several)
    {
        const double MostSets = 4096;
        if (several.InOrder) return;

        var (sets, ofSize) = (0.0, 1.0);
        for (var size = 1; size < several.AtLeast; size++) sets += ofSize *= (several.Operands.Count - size + 1.0) / size;
        if (sets > MostSets) _problems.Add(several.Place, $"{several.AtLeast} of {several.Operands.Count} parts in any order are too many to look for", "ask for fewer, join some parts in one list, or say 'in-order: yes'");
    }

    private NegationWords CompileNegation(Codebook codebook)
    {
        return new(Words(Negations.Cues), Words(Negations.LookAlikes), Words(Negations.Stops));

        int Words(string list) => _operands.Either([.. NegationTerms(codebook, list).SelectMany(_parser.Parse)], []).Operand.Number;
    }

    private static IEnumerable<Operand.Term> NegationTerms(Codebook codebook, string list) =>
        codebook.Lists.TryGetValue(list, out var own) ? own.Terms : Negations.BuiltIn[list].Select(word => new Operand.Term(new("built-in words of negation"), word));

    private static string NegationOf(Codebook codebook) =>
        string.Join('\n', Negations.BuiltIn.Keys.Order(StringComparer.Ordinal).Select(list => $"{list} {string.Join('|', NegationTerms(codebook, list).Select(term => term.Text).Order(StringComparer.Ordinal))}"));

    // A list that no rule uses is still read, so that its mistakes are found.
    private void Check(WordList list)
    {
        if (_parser.UsedLists.Contains(list.Name)) return;
        foreach (var term in list.Terms) _parser.Parse(term);
    }
}
