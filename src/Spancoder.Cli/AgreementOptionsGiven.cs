using System.CommandLine;
using Spancoder.Agreement;
using Spancoder.Agreement.Figures;

namespace Spancoder.Cli;

/// <summary>The arguments that say how agreement is computed.</summary>
internal sealed class AgreementOptionsGiven
{
    private const int FewestReplicates = 100;

    private readonly Option<string> _frame = new("--frame") { Description = "Which units count: pairable, those that two or more coders judged; rated, also those that one judged.", DefaultValueFactory = _ => "pairable", HelpName = "FRAME" };
    private readonly Option<string> _distance = new("--distance") { Description = "Between sets of codes, for the interval over all codes: masi, jaccard or exact.", DefaultValueFactory = _ => "masi", HelpName = "NAME" };
    private readonly Option<string?> _resample = new("--resample") { Description = "What the bootstrap draws anew: unit or document. Default: documents where there are 20 or more of them, else units.", HelpName = "WHAT" };
    private readonly Option<int?> _replicates = new("--replicates") { Description = "How often the bootstrap draws. Default: 10000.", HelpName = "N", CustomParser = Numbers.Whole };
    private readonly Option<int?> _seed = new("--seed") { Description = "Where its chance begins. Default: 1.", HelpName = "N", CustomParser = Numbers.Whole };
    private readonly Option<double?> _level = new("--level") { Description = "How much of the replicates an interval holds. Default: 0.95.", HelpName = "SHARE", CustomParser = Numbers.WithPoint };
    private readonly Option<double?[]> _thresholds = new("--threshold") { Description = "With what alpha is compared. May be given several times. Default: 0.667 and 0.8, Krippendorff's conventions.", HelpName = "ALPHA", CustomParser = Numbers.AllWithPoint };
    private readonly Option<string[]> _by = new("--by") { Description = "Break the figures down by document, language, layer, pair or round. May be given several times.", HelpName = "WHAT" };
    private readonly Option<int?> _threads = ThreadsOption.Create("How many replicates to compute at once");

    public AgreementOptionsGiven()
    {
        _frame.AcceptOnlyFromAmong("pairable", "rated");
        _distance.AcceptOnlyFromAmong("masi", "jaccard", "exact");
        _resample.AcceptOnlyFromAmong("unit", "document");
        _by.AcceptOnlyFromAmong("document", "language", "layer", "pair", "round");
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_frame, _by, _distance, _resample, _replicates, _seed, _level, _thresholds, _threads]) command.Add(option);
    }

    public AgreementOptions Read(ParseResult parsed, Problems problems)
    {
        Place place = new(Arguments.NameOf(parsed));
        var replicates = parsed.Sound(_replicates) ?? 10_000;
        if (replicates < FewestReplicates) problems.Add(place, $"--replicates {replicates} is too few for an interval", $"write {FewestReplicates} or more");
        var seed = parsed.Sound(_seed) ?? 1;
        if (seed < 0) problems.Add(place, $"--seed {seed} is below 0", "write 0 or more");
        var level = parsed.Sound(_level) ?? 0.95;
        if (level is <= 0 or >= 1) problems.Add(place, "--level is not between 0 and 1", "write a share such as 0.95");
        double[] thresholds = [.. (parsed.Sound(_thresholds) ?? []).OfType<double>().Distinct().Order()];
        if (thresholds.Any(threshold => threshold is < -1 or > 1)) problems.Add(place, "--threshold is not between -1 and 1", "write an alpha such as 0.667");
        return new()
        {
            Frame = Enum.TryParse<Frame>(parsed.Sound(_frame), ignoreCase: true, out var frame) ? frame : Frame.Pairable,
            Distance = Enum.TryParse<SetDistance>(parsed.Sound(_distance), ignoreCase: true, out var distance) ? distance : SetDistance.Masi,
            Resample = Enum.TryParse<Resample>(parsed.Text(_resample), ignoreCase: true, out var resample) ? resample : null,
            Bootstrap = new(replicates, (ulong)Math.Max(0, seed), level, ThreadsOption.Read(parsed, _threads, problems)),
            Thresholds = thresholds is [] ? [0.667, 0.8] : thresholds,
            By = [.. parsed.Texts(_by).Select(by => Enum.Parse<Dimension>(by, ignoreCase: true)).Distinct()],
        };
    }
}
