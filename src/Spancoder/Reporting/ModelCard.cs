using Spancoder.Rules;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>What whoever uses a model has to know of it, on a page.</summary>
/// <remarks>The sections are those of M. Mitchell et al., Model cards for model reporting, FAT* 2019, as far as they can be filled by a program.</remarks>
internal static class ModelCard
{
    public static Report Of(TrainedModel model, RuleSets rules, string version) => new(
    [
        new ReportBlock.Heading(1, "Model card"),
        new ReportBlock.Paragraph(ModelBlocks.InWords(model)),
        new ReportBlock.Heading(2, "What it is for"),
        new ReportBlock.Bullets(
        [
            $"Codes segments of documents like those that it learned from, with {string.Join(", ", rules.Codebook.Parts.Select(book => $"codebook {book.Id} {book.Version}"))}; a first sorting for people who read and decide.",
            "Not for other codebooks (it is refused there), for conclusions about single persons, or where nobody checks: see below how often it errs.",
            "Texts of other kinds, times, places or languages than those it learned from: the figures say nothing of them.",
        ]),
        new ReportBlock.Heading(2, "What it learned"),
        ModelBlocks.Learned(model),
        new ReportBlock.Heading(2, "How good it is"),
        .. model.HowGood,
        new ReportBlock.Heading(2, "What it holds"),
        new ReportBlock.Bullets(
        [
            "No words. It knows words and runs of characters by numbers that many share; whoever has the file can try whether a word they think of weighs anything, so it should be shared as the codings would be.",
            $"Engine {model.Facts.Engine}, C {FormattableString.Invariant($"{model.Facts.C:0.###}")}, {Counted.Of(model.Facts.Folds, "fold")}{(model.Classifier.Space.WithPrevious ? ", the turn before looked at" : "")}; spancoder {version}.",
            $"Codebook {rules.Codebook.Reference}; SHA-256 of what it learned from: {model.Facts.DataHash}.",
        ]),
    ]);
}
