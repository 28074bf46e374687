namespace Spancoder.Codebooks;

/// <summary>A rule in sentences, for readers who do not write rules.</summary>
internal static class RuleInWords
{
    /// <summary>What holds of every rule of which nothing else is said.</summary>
    public const string Otherwise = "Where nothing else is said, a rule looks at the words of everybody but interviewers, what it finds counts even where it is negated (\"we do not export\"), and the evidence is the sentence round it.";

    /// <returns>Each without a full stop.</returns>
    public static IReadOnlyList<string> Of(Rule rule) => Of(rule, withTerms: true);

    /// <summary>The same with three points for the words that it looks for: what two rules have in common that differ only in these.</summary>
    public static IReadOnlyList<string> WithoutTerms(Rule rule) => Of(rule, withTerms: false);

    private static List<string> Of(Rule rule, bool withTerms)
    {
        List<string> sentences = [$"Finds {Say(rule.Find, withTerms)}"];
        if (rule.OnlyIf is not []) sentences.Add("Only if " + string.Join("; or if ", rule.OnlyIf.Select(context => Say(context, withTerms))));
        if (rule.Unless is not []) sentences.Add("Not if " + string.Join("; nor if ", rule.Unless.Select(context => Say(context, withTerms))));
        if (rule.Where is not []) sentences.Add("Only in documents with " + string.Join("; ", rule.Where.Select(test => $"{test.Field}: {string.Join(" or ", test.AnyOf)}")));
        if (rule.Settings.Speakers.ToString() != SpeakerTest.NotInterviewer.ToString()) sentences.Add($"Only in the words of: {string.Join(" or ", rule.Settings.Speakers.AnyOf.Select(who => who.IsNot ? $"not {who.Name}" : who.Name))}");
        if (OnNegation(rule.Settings.Negation) is { } negation) sentences.Add(negation);
        if (rule.Marks is null && OnEvidence(rule.Settings.Extent) is { } evidence) sentences.Add(evidence);
        sentences.Add(Effect(rule));
        if (rule.Status == RuleStatus.Draft) sentences.Add("A draft");
        if (rule.Status == RuleStatus.Retired) sentences.Add("Retired: it is kept on record, and codes nothing");
        return sentences;
    }

    private static string Effect(Rule rule) => rule switch
    {
        { Marks: { } marks } => $"Marks what is coded there as {marks}",
        { Settings.Strength: Strength.Never } => $"Forbids {rule.Code}, and what is below it, whatever else is found",
        { Points: < 0 } => $"Takes {-rule.Points} points from {rule.Code}, and from what is below it",
        _ => $"Gives {rule.Points} {(rule.Points == 1 ? "point" : "points")} to {rule.Code}",
    };

    private static string? OnNegation(NegationMode mode) => mode switch
    {
        NegationMode.Skip => "What is negated (\"we do not export\") does not count",
        NegationMode.Only => "Only what is negated (\"we do not export\") counts",
        NegationMode.Ignore => "Nobody looks whether it is negated",
        _ => null,
    };

    private static string? OnEvidence(Extent extent) => extent switch
    {
        Extent.Match => "The evidence is the words found",
        Extent.Paragraph => "The evidence is the paragraph",
        Extent.Turn => "The evidence is the turn",
        _ => null,
    };

    private static string Say(Context context, bool withTerms) => $"{Where(context)} {Say(context.Operand, withTerms)}";

    private static string Where(Context context) => (context.Kind, context.Within) switch
    {
        (ContextKind.PartOf, _) => "it is part of",
        (ContextKind.PreviousTurn, _) => "in the turn before there is",
        (ContextKind.Before, { IsCounted: true } within) => $"at most {within} before it there is",
        (ContextKind.Before, var within) => $"before it in the same {within} there is",
        (ContextKind.After, { IsCounted: true } within) => $"at most {within} after it there is",
        (ContextKind.After, var within) => $"after it in the same {within} there is",
        (_, { IsCounted: true } within) => $"at most {within} away there is",
        (_, { Unit: DistanceUnit.Document }) => "anywhere in the document there is",
        (_, var within) => $"in the same {within} there is",
    };

    private static string Say(Operand operand, bool withTerms)
    {
        switch (operand)
        {
            case Operand.Several several:
                var howMany = several.AtLeast == several.Operands.Count ? "all" : $"at least {several.AtLeast} different ones";
                var within = several.Within.IsCounted ? $"at most {several.Within} from one to the next" : $"in one {several.Within}";
                return $"{howMany} of these{(several.InOrder ? " in this order" : "")}, {within}: {string.Join("; ", several.Operands.Select((part, index) => $"({index + 1}) {Say(part, withTerms)}"))}";
            case Operand.AnyOf any:
                var others = any.Flat().Where(part => part is not Operand.Term).Select(part => $"[{Say(part, withTerms)}]");
                var terms = any.Flat().OfType<Operand.Term>().Select(term => Say(term, withTerms));
                string[] all = [.. withTerms ? terms : terms.Distinct(), .. others];
                return all is [var only] ? only : $"any of: {string.Join(", ", all)}";
            case Operand.Term term:
                return withTerms ? term.Text.Trim() : "...";
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
