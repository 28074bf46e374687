using Spancoder.Coders;
using Spancoder.Evaluation;
using Spancoder.Learning;
using Spancoder.Reporting;
using Spancoder.Rules;
using Spancoder.Segmenting;

namespace Spancoder;

/// <summary>What goes before coding with a classifier: the documents that people judged are read and matched, their segments become numbers, and codes are learned from these.</summary>
internal static class TrainingPipeline
{
    /// <summary>A model of what people said of a study, each code as most of them have it. What cannot be read is passed over: whoever codes says so.</summary>
    /// <param name="withFigures">Whether to find out how good it is, which takes most of the time.</param>
    /// <param name="withSample">Whether to learn also from segments that were drawn by chance.</param>
    /// <param name="decide">Not <see cref="Decide.Rules"/>.</param>
    /// <returns>Null where nobody judged anything.</returns>
    public static TrainedModel? Train(Study study, RuleSets rules, HandCodings byHand, CodingOptions options, TrainingOptions training, Decide decide, bool withPrevious, bool withFigures = true, bool withSample = true)
    {
        FeatureSpace space = new(rules, withPrevious);
        JudgedSegments judged = new(rules.Codebook, coder: null, withSample);
        var withCodings = study with { Documents = [.. study.Documents.Where(document => byHand.AreOf(document.Id))] };
        foreach (var coded in Pipeline.Each(withCodings, new Machine(rules) { Features = space }, byHand, options).Select(outcome => outcome.Coded).OfType<CodedDocument>()) judged.Add(coded);
        return Learn(rules, judged, space, training, decide, options.Unit, withFigures);
    }

    /// <summary>As <see cref="Train"/>, of what was gathered with the features of <paramref name="space"/>.</summary>
    public static TrainedModel? Learn(RuleSets rules, JudgedSegments judged, FeatureSpace space, TrainingOptions training, Decide decide, SegmentUnit unit, bool withFigures = true)
    {
        var segments = judged.InOrder;
        if (segments is []) return null;

        List<LabelledSegment> lessons = [.. segments.Select(segment => decide == Decide.Model ? segment.Lesson with { Vector = segment.Lesson.Vector.Below(space.Codes) } : segment.Lesson)];
        ClassifierTrainer trainer = new(rules.Codebook, lessons, training);
        TrainedModel model = new()
        {
            Classifier = new(space, trainer.Train([.. Enumerable.Range(0, lessons.Count)]), trainer.Rows.Features),
            Decide = decide,
            HowGood = [],
            Facts = new()
            {
                Engine = training.Trainer.Name,
                C = training.C,
                Unit = unit.ToString().ToLowerInvariant(),
                Folds = training.Folds,
                Coders = judged.Coders,
                Segments = segments.Count,
                Drawn = judged.Drawn,
                LeftOut = judged.LeftOut,
                Documents = [.. judged.Documents],
                DataHash = ModelFacts.HashOf(lessons),
            },
        };
        return withFigures ? model with { HowGood = HowGood(rules, segments, judged, space, training, model) } : model;
    }

    private static IReadOnlyList<ReportBlock> HowGood(RuleSets rules, IReadOnlyList<JudgedSegment> segments, JudgedSegments judged, FeatureSpace space, TrainingOptions training, TrainedModel model)
    {
        if (!model.HasLearned) return [];

        return EvaluationReport.InShort(Evaluator.Of(new()
        {
            Codebook = rules.Codebook,
            Segments = segments,
            Plan = FoldPlan.Grouped(segments, FoldPlan.Usual),
            Space = space,
            Training = training,
            Coders = [.. judged.Coders.Keys],
            Unsure = judged.Unsure,
            Method = Methods.Of(model.Decide),
        }), level: 3);
    }
}
