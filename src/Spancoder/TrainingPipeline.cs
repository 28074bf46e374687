using Spancoder.Coders;
using Spancoder.Evaluation;
using Spancoder.Learning;
using Spancoder.Reporting;
using Spancoder.Rules;

namespace Spancoder;

/// <summary>What goes before coding with a classifier: the documents that people judged are read and matched, their segments become numbers, and codes are learned from these.</summary>
internal static class TrainingPipeline
{
    private const int Folds = 5;

    /// <summary>A model of what people said of a study. What cannot be read is passed over: whoever codes or evaluates says so.</summary>
    /// <param name="withFigures">Whether to find out how good it is, which takes most of the time.</param>
    /// <param name="coder">Whose judgements are taken for right; null for all.</param>
    /// <param name="decide">Not <see cref="Decide.Rules"/>.</param>
    /// <returns>Null where nobody judged anything.</returns>
    public static TrainedModel? Train(Study study, RuleSets rules, HandCodings byHand, CodingOptions options, TrainingOptions training, Decide decide, bool withPrevious, string? coder = null, bool withFigures = true)
    {
        FeatureSpace space = new(rules, withPrevious);
        JudgedSegments judged = new(rules.Codebook, coder);
        SortedSet<string> documents = new(StringComparer.Ordinal);
        var withCodings = study with { Documents = [.. study.Documents.Where(document => byHand.AreOf(document.Id))] };
        foreach (var coded in Pipeline.Each(withCodings, new Machine(rules) { Features = space }, byHand, options).Select(outcome => outcome.Coded).OfType<CodedDocument>())
        {
            if (judged.Add(coded)) documents.Add(coded.Segmented.Document.Facts.Hash);
        }

        var segments = judged.InOrder;
        if (segments is []) return null;

        var model = Learn(rules, segments, judged, [.. documents], space, training, decide, options.Unit.ToString().ToLowerInvariant());
        return withFigures ? model with { HowGood = HowGood(rules, segments, judged, space, training, model) } : model;
    }

    private static TrainedModel Learn(RuleSets rules, IReadOnlyList<JudgedSegment> segments, JudgedSegments judged, IReadOnlyList<string> documents, FeatureSpace space, TrainingOptions training, Decide decide, string unit)
    {
        List<LabelledSegment> lessons = [.. segments.Select(segment => decide == Decide.Model ? segment.Lesson with { Vector = segment.Lesson.Vector.Below(space.Codes) } : segment.Lesson)];
        ClassifierTrainer trainer = new(rules.Codebook, lessons, training);
        Classifier classifier = new(space, trainer.Train([.. Enumerable.Range(0, lessons.Count)]), trainer.Rows.Features);
        return new()
        {
            Classifier = classifier,
            Decide = decide,
            HowGood = [],
            Facts = new()
            {
                Engine = training.Trainer.Name,
                C = training.C,
                Unit = unit,
                Folds = training.Folds,
                Coders = judged.Coders,
                Segments = segments.Count,
                Documents = documents,
                DataHash = ModelFacts.HashOf(lessons),
            },
        };
    }

    private static IReadOnlyList<ReportBlock> HowGood(RuleSets rules, IReadOnlyList<JudgedSegment> segments, JudgedSegments judged, FeatureSpace space, TrainingOptions training, TrainedModel model)
    {
        if (!model.HasLearned) return [];

        return EvaluationReport.InShort(Evaluator.Of(new()
        {
            Codebook = rules.Codebook,
            Segments = segments,
            Plan = FoldPlan.Grouped(segments, Folds),
            Space = space,
            Training = training,
            Coders = [.. judged.Coders.Keys],
            Unsure = judged.Unsure,
            Method = Methods.Of(model.Decide),
        }), level: 3);
    }
}
