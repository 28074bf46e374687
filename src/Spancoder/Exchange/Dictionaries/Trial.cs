using Spancoder.Codebooks;
using Spancoder.Rules;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Rules that are only tried out, before anything is written.</summary>
internal static class Trial
{
    private static readonly Place Nowhere = new("");

    public static RuleSet Compile(IReadOnlyList<Rule> rules, Problems problems) => RuleCompiler.Compile(
        new()
        {
            Id = "trial",
            Version = "0",
            Title = new([new("en", "trial")]),
            Codes = [],
            Rules = [.. rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)],
            Lists = new Dictionary<string, WordList>(),
            Hash = "",
        },
        problems);

    /// <param name="matches">Texts that it should be found in.</param>
    /// <param name="misses">Texts that it should not; the place of each is <see cref="PlaceOf"/> its number among them.</param>
    public static Rule RuleOf(string id, IEnumerable<string> terms, IReadOnlyList<string> matches, IReadOnlyList<string> misses) => new()
    {
        Id = id,
        Code = id,
        Why = "",
        Find = new Operand.AnyOf(Nowhere, [.. terms.Select(term => new Operand.Term(Nowhere, term))]),
        Examples =
        [
            .. matches.Select(text => ExampleOf($"<<{text}>>", matches: true, Nowhere)),
            .. misses.Select((text, index) => ExampleOf(text, matches: false, PlaceOf(id, index))),
        ],
        Place = Nowhere,
    };

    private static RuleExample ExampleOf(string text, bool matches, Place place) => new(text, matches, Negated: null, new Dictionary<string, string>(), place);

    /// <param name="index">From 0.</param>
    public static Place PlaceOf(string rule, int index) => new(rule, index + 1);
}
