using System.Security.Cryptography;
using System.Text;
using Spancoder.Codebooks;

namespace Spancoder.Rules;

/// <summary>Makes one tree of all the terms of a codebook, and numbers for everything that is looked up while matching.</summary>
internal sealed class RuleCompiler
{
    private readonly TermParser _parser;
    private readonly WordPatterns _words = new();
    private readonly TermTrie _trie = new();
    private readonly Dictionary<string, CompiledTerm> _compiledTerms = [];
    private readonly Dictionary<string, int> _operands = [];
    private readonly List<List<int>> _operandsOfTerm = [];

    private RuleCompiler(Codebook codebook, Problems problems) => _parser = new(codebook.Lists, problems);

    /// <param name="problems">Everything wrong with its terms.</param>
    public static RuleSet Compile(Codebook codebook, Problems problems)
    {
        var compiler = new RuleCompiler(codebook, problems);
        var rules = codebook.Rules.Select(compiler.Compile).ToList();
        foreach (var list in codebook.Lists.Values) compiler.Check(list);
        return new()
        {
            Codebook = codebook,
            Rules = rules,
            Words = compiler._words,
            Trie = compiler._trie,
            OperandsOfTerm = [.. compiler._operandsOfTerm.Select(operands => operands.ToArray())],
            OperandCount = compiler._operands.Count,
        };
    }

    private CompiledRule Compile(Rule rule)
    {
        var find = Number(rule.Find, out var terms);
        var wording = new StringBuilder($"{rule.Code}\n{rule.Strength}\nfind {terms}\n");
        var onlyIf = Contexts(rule.OnlyIf, "only-if", wording);
        var unless = Contexts(rule.Unless, "unless", wording);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording.ToString())));
        return new(rule, hash, PointsOf(rule.Strength), find, WrittenIn(rule.Find), onlyIf, unless);
    }

    // A rule may write the same term twice, as a word and through a list; the first is what it is found by.
    private Dictionary<int, Written> WrittenIn(Operand find)
    {
        Dictionary<int, Written> written = [];
        foreach (var (order, term) in find.Terms().Index())
        {
            foreach (var number in Compile(term).Numbers) written.TryAdd(number, new(order, term.Text.Trim()));
        }

        return written;
    }

    private List<CompiledContext> Contexts(IReadOnlyList<Context> contexts, string name, StringBuilder wording)
    {
        List<CompiledContext> compiled = [];
        foreach (var context in contexts)
        {
            compiled.Add(new(Number(context.Operand, out var terms), context.Within, context.IsPartOf));
            wording.Append(System.Globalization.CultureInfo.InvariantCulture, $"{name} {context.Within} {context.IsPartOf} {terms}\n");
        }

        return compiled;
    }

    // Operands of the same terms are one: <outside> is looked up once, however many rules use it.
    private int Number(Operand operand, out string wording)
    {
        List<CompiledTerm> terms = [.. operand.Terms().Select(Compile)];
        int[] numbers = [.. terms.SelectMany(term => term.Numbers).Distinct().Order()];
        wording = string.Join('|', terms.Select(term => term.Wording).Distinct().Order(StringComparer.Ordinal));
        var key = string.Join(',', numbers);
        if (_operands.TryGetValue(key, out var known)) return known;

        var operandNumber = _operands.Count;
        _operands.Add(key, operandNumber);
        foreach (var term in numbers) _operandsOfTerm[term].Add(operandNumber);
        return operandNumber;
    }

    // A term that stands in many rules, as <outside> does, is taken apart once.
    private CompiledTerm Compile(Operand.Term term)
    {
        if (_compiledTerms.TryGetValue(term.Text, out var known)) return known;

        var patterns = _parser.Parse(term);
        var wording = string.Join('|', patterns.Select(pattern => pattern.Term).Distinct().Order(StringComparer.Ordinal));
        var compiled = new CompiledTerm([.. patterns.Select(Number).Distinct()], wording);
        if (patterns.Count > 0) _compiledTerms.Add(term.Text, compiled); // a wrong one is wrong at every place
        return compiled;
    }

    private int Number(Pattern pattern)
    {
        var number = _trie.Add(pattern.Words.Select(_words.NumberOf), _operandsOfTerm.Count);
        if (number == _operandsOfTerm.Count) _operandsOfTerm.Add([]);
        return number;
    }

    // A list that no rule uses is still read, so that its mistakes are found.
    private void Check(WordList list)
    {
        if (_parser.UsedLists.Contains(list.Name)) return;
        foreach (var term in list.Terms) _parser.Parse(term);
    }

    private static int PointsOf(Strength strength) => strength switch
    {
        Strength.Weak => 1,
        Strength.Normal => 2,
        Strength.Strong => 4,
        Strength.Against => -2,
        Strength.Never => 0,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <param name="Numbers">Of its phrases.</param>
    /// <param name="Wording">All that it stands for, so that a change in a list changes a rule's hash.</param>
    private sealed record CompiledTerm(int[] Numbers, string Wording);
}
