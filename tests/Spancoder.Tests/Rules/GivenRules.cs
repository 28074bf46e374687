using Spancoder.Codebooks;
using Spancoder.Rules;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Tests.Rules;

internal static class GivenRules
{
    private const string Head =
        """
        format: 1
        id: test
        version: 1
        title: Test
        codes:
          - id: a
            name: A
            definition: A.
            codes:
              - id: a.b
                name: AB
                definition: AB.
          - id: c
            name: C
            definition: C.

        """;

    /// <summary>A codebook with the codes a, a.b and c, and what <paramref name="yaml"/> adds.</summary>
    public static RuleSet Of(string yaml)
    {
        Problems problems = new();
        var rules = Read(yaml, problems);
        problems.StopIfAny();
        return rules;
    }

    public static RuleSet Read(string yaml, Problems problems)
    {
        using TemporaryFolder folder = new();
        folder.Add("codebook.yaml", Head + yaml);
        return RuleCompiler.Compile(CodebookReader.Read(folder.Path, problems), problems);
    }

    /// <summary>A rule for code a with one find block.</summary>
    public static string Rule(string find, string more = "", string id = "r", string code = "a") =>
        $"""
          - id: {id}
            code: {code}
            why: test
            find: {find}
            examples: [match: x]
        {more}
        """.Replace("examples: [match: x]", "examples: {match: [x], no-match: [y]}", StringComparison.Ordinal) + "\n";

    /// <summary>What is found in a passage: rule and words.</summary>
    public static IEnumerable<string> Hits(RuleSet rules, string text)
    {
        Tokenizer tokenizer = new();
        var passage = Passage.Of(text, tokenizer, out var tokens);
        return new Matcher(rules, tokenizer).Find(passage, tokens).Select(hit => $"{hit.Rule.Rule.Id}: {hit.Span.In(passage.Document.Text)}").ToList();
    }
}
