using Spancoder.Codebooks;
using Spancoder.Coders;
using Spancoder.Reporting.Finding;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>What a report is about: everything, or a part that somebody asked for.</summary>
internal sealed record ReportScope
{
    public static ReportScope Everything { get; } = new();

    /// <summary>Ids; a code stands for those below it too. Empty for all.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Ids; empty for all.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Labels; empty for all, and for segments without a speaker.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Facts of documents; of those about one attribute a document fulfils any, and of several attributes one each.</summary>
    public IReadOnlyList<AttributeValue> Where { get; init; } = [];

    /// <summary>Whose codings count: people's names, "rules", "model". Empty for people's, and the machine's where they did not judge.</summary>
    public IReadOnlyList<string> Coders { get; init; } = [];

    /// <summary>How codings that count were made: "hand", "rules", "model". Empty for all.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Attributes that frequencies are broken down by; null for all that there are.</summary>
    public IReadOnlyList<string>? Crossed { get; init; }

    public bool IsEverything => this is { Codes: [], Documents: [], Speakers: [], Where: [], Coders: [], By: [] };

    public bool Has(ResultDocument document) =>
        (Documents is [] || Documents.Contains(document.Id)) && Where.GroupBy(fact => fact.Name).All(facts => facts.Any(fact => fact.Fits(document)));

    public bool Has(ResultSegment segment) => Speakers is [] || segment.Speaker is { } speaker && Speakers.Contains(speaker.Key);

    /// <summary>Whether whole documents are left out at most, so that what follows what is known.</summary>
    public bool HasWholeDocuments => this is { Speakers: [], Coders: [], By: [] };

    /// <summary>Whether people's codings may count.</summary>
    public bool HasPeople => By is [] || By.Contains("hand");

    /// <summary>Whether a machine's codings may count.</summary>
    public bool HasMachine => (By is [] || By.Any(how => how != "hand")) && (Coders is [] || Coders.Any(coder => coder is RuleCoder.Name or Machine.ModelName));

    /// <summary>The highest of the codes that it is about: what tables of few columns show.</summary>
    public IReadOnlyList<Code> TopsOf(RunRecord run) => [.. run.Codes.Where(code => Has(code) && (code.Parent is null || !Has(code.Parent)))];

    public bool Has(Code code) => Codes is [] || Codes.Any(id => IsWithin(code, id));

    public bool Has(ResultCoding coding) => (Coders is [] || Coders.Contains(coding.Coder)) && (By is [] || By.Contains(coding.By) || coding is { IsByHand: false, Code: Coding.Nothing });

    /// <summary>What was asked for, a clause for each condition; empty where nothing was.</summary>
    public IEnumerable<string> InWords()
    {
        if (Codes is not []) yield return $"only codes {Listed(Codes)}, with those below them";
        if (Documents is not []) yield return $"only documents {Listed(Documents)}";
        if (Speakers is not []) yield return $"only what {Listed(Speakers)} said";
        foreach (var facts in Where.GroupBy(fact => fact.Name)) yield return $"only documents whose attribute {facts.Key} is {Listed([.. facts.Select(fact => fact.Value)])}";
        if (Coders is not []) yield return $"only what {Listed(Coders)} coded";
        if (By is not []) yield return $"only codings by {Listed(By)}";
    }

    private static string Listed(IReadOnlyList<string> names) => string.Join(" or ", names.Select(name => name.Length > 0 ? $"\"{name}\"" : "not given"));

    private static bool IsWithin(Code code, string id)
    {
        for (Code? above = code; above is not null; above = above.Parent)
        {
            if (above.Id == id) return true;
        }

        return false;
    }
}
