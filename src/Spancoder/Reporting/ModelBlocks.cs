using System.Globalization;
using Spancoder.Learning;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What is said of a model: in the report of a run, and on its card.</summary>
internal static class ModelBlocks
{
    /// <param name="documents">SHA-256 of the bytes of the documents that were coded.</param>
    public static IEnumerable<ReportBlock> Of(TrainedModel model, IReadOnlyList<string> documents)
    {
        yield return new ReportBlock.Paragraph(InWords(model));
        if (!model.HasLearned) yield break;

        var learnedFrom = documents.Count(model.Facts.Documents.Contains);
        if (learnedFrom > 0) yield return new ReportBlock.Paragraph($"It learned from {Counted.Of(learnedFrom, "document")} of this run. What it says of them is no sign of how good it is, and the figures below leave out of every judgement the document that is judged.");
        foreach (var block in model.HowGood) yield return block;
        yield return Learned(model);
    }

    /// <summary>Who decides, and what was learned from.</summary>
    public static string InWords(TrainedModel model)
    {
        var coders = string.Join(", ", model.Facts.Coders.OrderBy(coder => coder.Key, StringComparer.Ordinal).Select(coder => $"{coder.Key} {coder.Value.ToString(CultureInfo.InvariantCulture)}"));
        if (!model.HasLearned) return $"The rules decide alone: {WhyNothing(model)}.";

        var way = model.Decide switch
        {
            Coders.Decide.Model => "It knows nothing of the rules.",
            Coders.Decide.Both => "What the rules find is a part of what it sees, and what a rule forbids it does not give.",
            _ => "What the rules find is a part of what it sees, what a rule forbids it does not give, and whatever the rules give is given too.",
        };
        return $"A linear classifier learned from {Counted.Of(model.Facts.Segments, "segment")} of {Counted.Of(model.Facts.Documents.Count, "document")} that people judged ({coders}). {way} What it could not learn is left to the rules.{SampleInWords(model.Facts)}";
    }

    private static string SampleInWords(ModelFacts facts) => facts switch
    {
        { LeftOut: > 0 } => $" {Counted.Of(facts.LeftOut, "segment")} more, drawn by chance, {(facts.LeftOut == 1 ? "was" : "were")} kept from it, so that what it gives can be corrected by them.",
        { Drawn: > 0 } => $" {Number(facts.Drawn)} of these were drawn by chance: by them what it gives cannot be corrected.",
        _ => "",
    };

    /// <summary>Why no code was learned, as a clause.</summary>
    public static string WhyNothing(TrainedModel model) =>
        $"no code could be learned from the {Counted.Of(model.Facts.Segments, "segment")} that people judged{(model.Facts.LeftOut > 0 ? $" (beside {Number(model.Facts.LeftOut)} that were drawn by chance, and are not learned from)" : "")}, since a code needs {ExampleCounts.Fewest} segments that have it, in {ExampleCounts.FewestDocuments} documents, and {ExampleCounts.Fewest} that have not, and has to be told better than chance on documents left out";

    /// <summary>What each code was learned from.</summary>
    public static ReportBlock.Table Learned(TrainedModel model) => new(
        [new("code", IsNumber: false), new("given"), new("not given"), new("documents"), new("threshold"), new("sure from"), new("decided by", IsNumber: false)],
        [.. model.Classifier.Codes.Select(code => (IReadOnlyList<Cell>)
        [
            code.Code.Id, Number(code.Examples.Given), Number(code.Examples.NotGiven), Number(code.Examples.Documents),
            code.Model is { } learned ? Share(learned.Cutoffs.Threshold) : "", code.Model?.Cutoffs.Sure is { } sure ? Share(sure) : "", code.WhyNot is { } why ? $"rules: {why}" : "model",
        ])],
        $"What it learned from: segments that have the code and that have it not, of a code nested in another among those that have the other. It is given from the threshold on: half of the best F1 that probabilities of documents left out reach. Sure from: of what reached that much there, {FormattableString.Invariant($"{100 * Cutoffs.SurePrecision:0}")} % had it, all together; nothing where no cut reaches that.");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);
}
