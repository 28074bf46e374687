using System.CommandLine;
using Spancoder.Codebooks;
using Spancoder.Reporting.Finding;
using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>The arguments that say what <c>find</c> looks for.</summary>
internal sealed class FindConditions
{
    private static readonly IReadOnlyDictionary<string, Layer> LayerNames = Enum.GetValues<Layer>().ToDictionary(layer => layer.ToString().ToLowerInvariant());
    private static readonly IReadOnlyDictionary<string, Role> RoleNames = new[] { Role.Participant, Role.Interviewer }.ToDictionary(role => role.ToString().ToLowerInvariant());

    private readonly Option<string[]> _words = Several("--words", "TERM", "A term as it may stand in a rule, e.g. 'export*', 'turn* ... off', 品牌 or '<list>' of the codebook, in anybody's words.");
    private readonly Option<string[]> _codes = Several("--code", "ID", "Segments with this code or one below it; NONE, OT and UNSURE too.");
    private readonly Option<string[]> _speakers = Several("--speaker", "NAME", "Only what this speaker says, named as in the file.");
    private readonly Option<string[]> _roles = Several("--role", "ROLE", "Only what participants, or interviewers, say: participant or interviewer.");
    private readonly Option<string[]> _layers = Several("--layer", "LAYER", "Only speech, note, memo, heading or event.");
    private readonly Option<string[]> _documents = Several("--document", "ID", "Only in the document of this id.");
    private readonly Option<string[]> _where = Several("--where", "NAME=VALUE", "Only in documents with this attribute, e.g. 'site=Kiln Lane'.");
    private readonly Option<string[]> _coders = Several("--coder", "NAME", "Only codings by this coder: a person, rules or model.");
    private readonly Option<string[]> _by = Several("--by", "KIND", "Only codings by people, by rules, or by a model: hand, rules or model.");
    private readonly Option<string[]> _status = Several("--status", "STATUS", $"Only codings with this status: {string.Join(", ", Coding.Statuses)}.");

    public FindConditions()
    {
        _roles.AcceptOnlyFromAmong([.. RoleNames.Keys]);
        _layers.AcceptOnlyFromAmong([.. LayerNames.Keys]);
        _by.AcceptOnlyFromAmong("hand", "rules", "model");
        _status.AcceptOnlyFromAmong([.. Coding.Statuses]);
    }

    private Option<string[]>[] All => [_words, _codes, _speakers, _roles, _layers, _documents, _where, _coders, _by, _status];

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Add(option);
    }

    /// <param name="codebook">Whose codes and lists may be asked for; null where it cannot be read, which somebody has said.</param>
    /// <param name="problems">What is wrong with the conditions, and that there are none.</param>
    public FindQuery Read(ParseResult parsed, Codebook? codebook, Problems problems)
    {
        Place place = new(Arguments.NameOf(parsed));
        if (!All.Any(option => parsed.GetResult(option) is { Implicit: false })) problems.Add(place, "it does not say what to find", $"give one or more of {string.Join(", ", All.Select(option => option.Name))}");
        var words = parsed.Texts(_words);
        return new()
        {
            Words = words is [] || codebook is null ? null : TermRules.Of(words, codebook, new($"{place.File} --words"), problems),
            Codes = codebook is null ? new HashSet<string>() : CodesIn(parsed.Texts(_codes), codebook, place, problems),
            Coders = parsed.Texts(_coders).ToHashSet(),
            By = parsed.Texts(_by).ToHashSet(),
            Statuses = parsed.Texts(_status).ToHashSet(),
            Speakers = parsed.Texts(_speakers),
            Layers = Known(parsed.Texts(_layers), LayerNames),
            Roles = Known(parsed.Texts(_roles), RoleNames),
            Documents = parsed.Texts(_documents).ToHashSet(),
            Attributes = AttributesIn(parsed.Texts(_where), place, problems),
        };
    }

    private static Option<string[]> Several(string name, string value, string what) => new(name) { Description = what, HelpName = value };

    // What is none of them the parser has refused.
    private static HashSet<T> Known<T>(IReadOnlyList<string> given, IReadOnlyDictionary<string, T> names) => [.. given.Where(names.ContainsKey).Select(name => names[name])];

    private static HashSet<string> CodesIn(IReadOnlyList<string> ids, Codebook codebook, Place place, Problems problems)
    {
        HashSet<string> codes = [];
        foreach (var id in ids)
        {
            if (Coding.Reserved.Contains(id)) codes.Add(id);
            else if (codebook.Find(id) is { } code) codes.UnionWith(codebook.Codes.Where(other => other.IsWithin(code)).Select(other => other.Id));
            else problems.Add(place, $"--code '{id}' is no code of the codebook{Spelling.DidYouMean(id, codebook.Codes.Select(known => known.Id).Concat(Coding.Reserved))}", "write the id of a code, as 'spancoder codebook show' has it");
        }

        return codes;
    }

    private static List<AttributeValue> AttributesIn(IReadOnlyList<string> given, Place place, Problems problems)
    {
        List<AttributeValue> attributes = [];
        foreach (var condition in given)
        {
            if (condition.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 } value]) attributes.Add(new(name.Trim(), value.Trim()));
            else problems.Add(place, $"--where '{condition}' does not name an attribute and its value", "write NAME=VALUE, such as 'site=Kiln Lane'");
        }

        return attributes;
    }
}
