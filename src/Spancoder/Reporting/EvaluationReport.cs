using System.Globalization;
using Spancoder.Evaluation;
using Spancoder.Learning;
using Spancoder.Reporting.Agreements;
using Spancoder.Text;

namespace Spancoder.Reporting;

/// <summary>How well machines code what people judged, as blocks of a report.</summary>
/// <param name="level">The heading that its sections have; the title has one above.</param>
internal sealed class EvaluationReport(ModelEvaluation evaluation, int level)
{
    private readonly IReadOnlyList<Method> _methods = Methods.Of(evaluation.Codebook);
    private readonly List<ReportBlock> _blocks = [];

    public static Report Of(ModelEvaluation evaluation)
    {
        EvaluationReport report = new(evaluation, 2);
        report._blocks.Add(new ReportBlock.Heading(1, "Evaluation"));
        report.AddIntroduction();
        report.AddSystems();
        report.AddCodes();
        report.AddCalibration();
        report.AddConfusion();
        report.AddParts("By language", "language", evaluation.ByLanguage);
        report.AddParts("By layer", "layer", evaluation.ByLayer);
        report.AddFolds();
        report.AddCurve();
        report.AddMeasuring();
        return new(report._blocks);
    }

    /// <summary>What a report on codings says of how good they are.</summary>
    public static IReadOnlyList<ReportBlock> InShort(ModelEvaluation evaluation, int level)
    {
        EvaluationReport report = new(evaluation, level);
        report.AddIntroduction();
        report.AddSystems();
        report.AddCodes();
        report.AddCalibration();
        return report._blocks;
    }

    private string People => string.Join(", ", evaluation.Coders);

    private string Percent => string.Create(CultureInfo.InvariantCulture, $"{100 * evaluation.Bootstrap.Level:0.#} %");

    private string MethodName => Methods.NameOf(evaluation.Method);

    private void AddIntroduction()
    {
        var folds = evaluation.Plan.Judged;
        var design = evaluation.Plan.Only is { } only
            ? $"Fold {only} ({Counted.Of(evaluation.Documents, "document")}) was judged by what was learned from the others, and by nothing else."
            : $"The documents were parted into {Counted.Of(folds.Count, "fold")}; each fold was judged by what was learned from the others.";
        Say($"Machines beside {People}, on {Counted.Of(evaluation.Segments, "segment")} of {Counted.Of(evaluation.Documents, "document")}"
            + $"{(evaluation.Unsure > 0 ? $" ({Number(evaluation.Unsure)} more could not be told and are left out)" : "")}. {Number(evaluation.Coded)} of them have a code{WhoGaveNone}. {design}");
        if (evaluation.Undecided > 0) Say($"Of {Counted.Of(evaluation.Undecided, "segment")} as many people gave some code as did not: such decisions count nowhere, so that what is left is easier than the whole.");
    }

    private string WhoGaveNone => evaluation.Undecided > 0 ? "" : $"; who gave none at all would be right on {FigureText.Percent(1 - ((double)evaluation.Coded / Math.Max(1, evaluation.Segments)))}";

    private void AddSystems()
    {
        Add("Ways to code beside each other");
        var rows = _methods.Select(method => Row(Methods.NameOf(method), evaluation.Scores[method])).ToList();
        if (evaluation.People.Score is { } people) rows.Add(["people", "", "", FigureText.Of(people.Micro.Outcomes.F1), FigureText.Of(people.Micro.F1), FigureText.Of(people.MacroF1), FigureText.Of(people.MacroInterval)]);
        _blocks.Add(new ReportBlock.Table(
            [new("way", IsNumber: false), new("precision"), new("recall"), new("micro F1"), new(Percent), new("macro F1"), new(Percent)],
            rows,
            $"Of the codes at the top. Majority: to every segment what most have. {(_methods.Contains(Method.Rules) ? "Rules: the rules alone. Model: a classifier that knows no rules. Both: a classifier to which what rules find is a part of what it sees, and which gives nothing that a rule forbids. Either: both, and whatever the rules give besides. " : "")}"
            + $"{PeopleInWords()} {Intervals()}"));
        if (evaluation.Score.Micro.Outcomes.F1.Value is { } its && evaluation.Scores[Method.Rules].Micro.Outcomes.F1.Value is { } ofRules && ofRules > its)
        {
            Say($"On these segments the rules alone do better than '{MethodName}'. They may have been mended on them; where they were not, '--decide rules' is the better choice.");
        }

        static IReadOnlyList<Cell> Row(string name, SystemScore score) =>
        [
            name, FigureText.Of(score.Micro.Outcomes.Precision), FigureText.Of(score.Micro.Outcomes.Recall), FigureText.Of(score.Micro.Outcomes.F1), FigureText.Of(score.Micro.F1), FigureText.Of(score.MacroF1), FigureText.Of(score.MacroInterval),
        ];
    }

    private string PeopleInWords() => evaluation.People.Score is null
        ? $"People beside each other: n/a, as no two of them judged the same segments ({People})."
        : $"People: the same of {string.Join(", ", evaluation.People.Pairs.Select(pair => $"{pair.First} and {pair.Second}"))} beside each other, on {Counted.Of(evaluation.People.Segments, "segment")} that two of them judged.";

    private string Intervals() =>
        $"Macro: the mean over codes that some segment has. Intervals: percentile bootstrap over the documents judged, the learning not done again, {Number(evaluation.Bootstrap.Replicates)} replicates, seed {evaluation.Bootstrap.Seed}; n/a where a figure is undefined, or is so in more than 5 % of the replicates.";

    private void AddCodes()
    {
        Add($"Each code, by '{MethodName}'");
        var rules = evaluation.Scores[Method.Rules];
        List<Column> columns = [new("code", IsNumber: false), new("support"), new("given"), new("right"), new("precision"), new(Percent), new("recall"), new(Percent), new("F1"), new(Percent)];
        if (WithModel) columns.Insert(2, new("by model"));
        if (_methods.Contains(Method.Rules)) columns.Add(new("F1 of rules"));
        if (evaluation.People.Score is not null) columns.Add(new("F1 of people"));
        var rows = evaluation.Score.Codes.Select((code, index) => Row(code.Score, Number(evaluation.LearnedOn[index]), rules.Codes[index].Score, evaluation.People.Score?.Codes[index].Score))
            .Append(Row(evaluation.Score.Micro, "", rules.Micro, evaluation.People.Score?.Micro));
        _blocks.Add(new ReportBlock.Table(columns, [.. rows],
            $"A code counts where it, or one below it, was given. Support: segments that have it. {(WithModel ? $"By model: segments in whose fold the code was learned{(_methods.Contains(Method.Rules) ? ", in the others the rules decide" : "")}: where that is few or none, the figures say little or nothing of a model. " : "")}Precision: of those to which it was given, the share that have it; recall: of the support, the share to which it was given; F1: their harmonic mean. All: the codes at the top together."));

        IReadOnlyList<Cell> Row(CodeScore score, string learnedOn, CodeScore byRules, CodeScore? byPeople) =>
        [
            score.Name, Number(score.Outcomes.Support), .. WithModel ? [learnedOn] : Array.Empty<string>(), Number(score.Outcomes.Both + score.Outcomes.OnlyMachine), Number(score.Outcomes.Both),
            FigureText.Of(score.Outcomes.Precision), FigureText.Of(score.Precision), FigureText.Of(score.Outcomes.Recall), FigureText.Of(score.Recall), FigureText.Of(score.Outcomes.F1), FigureText.Of(score.F1),
            .. _methods.Contains(Method.Rules) ? [FigureText.Of(byRules.Outcomes.F1)] : Array.Empty<string>(),
            .. byPeople is not null ? [FigureText.Of(byPeople.Outcomes.F1)] : Array.Empty<string>(),
        ];
    }

    private bool WithModel => evaluation.Method is not (Method.Rules or Method.Majority);

    private void AddCalibration()
    {
        if (!WithModel) return;

        Add("Whether probabilities are what they say");
        var rows = evaluation.Calibrations.Select(code => (IReadOnlyList<Cell>)
        [
            code.Code.Id, Number(code.Segments), Number(code.Support), FigureText.Of(code.Mean), code.Segments == 0 ? FigureText.NotApplicable : FigureText.Of(Figure.Of((double)code.Support / code.Segments)), FigureText.Of(code.Brier), FigureText.Of(code.Error), code.Error.Reason ?? "",
        ]);
        _blocks.Add(new ReportBlock.Table(
            [new("code", IsNumber: false), new("segments"), new("support"), new("mean probability"), new("share"), new("Brier"), new("calibration error"), new("why not", IsNumber: false)],
            [.. rows],
            $"Segments: those in whose fold the code was learned; support and share: of them, those that have it. Brier: mean squared difference of probability and outcome; who always says the share s gets s (1 - s). Calibration error: mean difference of mean probability and share, in up to ten bins of equal numbers of at least {Calibration.FewestInBin} segments; not told of codes with a support below {Calibration.FewestWithCode}."));
    }

    private void AddConfusion()
    {
        Add("What was taken for what");
        var tops = evaluation.Confusion.Tops;
        var counts = evaluation.Confusion.Counts;
        string[] names = [.. tops.Select(top => top.Id), Coding.Nothing];
        _blocks.Add(new ReportBlock.Table(
            [new("people", IsNumber: false), .. names.Select(name => new Column(name))],
            [.. names.Select((name, row) => (IReadOnlyList<Cell>)[name, .. names.Select((_, column) => Number(counts[row, column]))])],
            $"Rows: what people gave; columns: what '{MethodName}' gave. Of a segment with several codes, those of both count for themselves, and each that only one side gave against each that only the other gave."));
    }

    private void AddParts(string title, string what, IReadOnlyList<(string Value, int Segments, CodeScore Score)> parts)
    {
        Add(title);
        _blocks.Add(new ReportBlock.Table(
            [new(what, IsNumber: false), new("segments"), new("support"), new("precision"), new(Percent), new("recall"), new(Percent), new("micro F1"), new(Percent)],
            [.. parts.Select(part => (IReadOnlyList<Cell>)[part.Value, Number(part.Segments), Number(part.Score.Outcomes.Support), FigureText.Of(part.Score.Outcomes.Precision), FigureText.Of(part.Score.Precision), FigureText.Of(part.Score.Outcomes.Recall), FigureText.Of(part.Score.Recall), FigureText.Of(part.Score.Outcomes.F1), FigureText.Of(part.Score.F1)])],
            $"By '{MethodName}', of the codes at the top."));
    }

    private void AddFolds()
    {
        if (evaluation.Folds.Count < 2) return;

        Add("Each fold");
        _blocks.Add(new ReportBlock.Table(
            [new("fold", IsNumber: false), new("documents"), new("segments"), new("micro F1"), new("macro F1")],
            [.. evaluation.Folds.Select(fold => (IReadOnlyList<Cell>)[fold.Fold, Number(fold.Documents), Number(fold.Segments), FigureText.Of(fold.Score.Micro.Outcomes.F1), FigureText.Of(fold.Score.MacroF1)])],
            $"By '{MethodName}'. The figures above are of all folds together."));
    }

    private void AddCurve()
    {
        if (evaluation.Curve is []) return;

        Add("With fewer segments to learn from");
        var withRules = _methods.Contains(Method.Rules);
        _blocks.Add(new ReportBlock.Table(
            withRules ? [new("segments"), new("model: micro F1"), new("both: micro F1"), new("model: macro F1"), new("both: macro F1")] : [new("segments"), new("micro F1"), new("macro F1")],
            [.. evaluation.Curve.Select(point => (IReadOnlyList<Cell>)(withRules
                ? [Number(point.Segments), FigureText.Of(point.ModelMicro), FigureText.Of(point.BothMicro), FigureText.Of(point.ModelMacro), FigureText.Of(point.BothMacro)]
                : [Number(point.Segments), FigureText.Of(point.ModelMicro), FigureText.Of(point.ModelMacro)]))],
            $"Drawn by chance over all documents; of each fold its own documents are left out.{(withRules ? " Codes with too few examples are left to the rules." : "")}"));
    }

    private void AddMeasuring()
    {
        Add("How it was measured");
        _blocks.Add(new ReportBlock.Bullets(
        [
            "A document is never on both sides: nothing is judged by what was learned from the same document.",
            "For each fold everything was done anew on the other folds: weights, and on folds of documents within these the scaling of probabilities and the thresholds.",
            $"A code is learned where {ExampleCounts.Fewest} segments have it, in {ExampleCounts.FewestDocuments} documents, and {ExampleCounts.Fewest} have not, and where it can be told better than chance on documents left out{(_methods.Contains(Method.Rules) ? "; a code nested in another among the segments that have the other. What cannot be learned is left to the rules." : ". What cannot be learned is given to nothing.")}",
            .. _methods.Contains(Method.Rules) ? ["Figures of documents with which rules were written or mended are better than they will be on others."] : Array.Empty<string>(),
        ]));
    }

    private void Add(string heading) => _blocks.Add(new ReportBlock.Heading(level, heading));

    private void Say(string text) => _blocks.Add(new ReportBlock.Paragraph(text));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
