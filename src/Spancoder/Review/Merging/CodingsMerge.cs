using Spancoder.Codebooks;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Review.Merging;

/// <summary>People's codings of several files as one: held against the study, each judgement once, and nothing lost.</summary>
internal sealed class CodingsMerge
{
    private const int EnoughToWonder = 3; // judgements

    private readonly MergeOptions _options;
    private readonly SortedDictionary<JudgementKey, MergedJudgement> _merged = [];
    private readonly List<(MergedJudgement Other, MergedJudgement Kept)> _conflicts = [];
    private readonly List<Notice> _notices = [];
    private readonly List<string> _moved = [];
    private readonly List<(MergedRow Row, Problem Why)> _lost = [];

    private CodingsMerge(MergeOptions options) => _options = options;

    /// <summary>The union: in order of document, segment, coder and round, then of the codebook.</summary>
    public IReadOnlyList<MergedRow> Rows => [.. _merged.Values.SelectMany(judgement => judgement.Rows)];

    public IReadOnlyCollection<MergedJudgement> Judgements => _merged.Values;

    /// <summary>How many judgements stood there before.</summary>
    public int Before { get; private set; }

    /// <summary>How many segments were named in the files and given no code.</summary>
    public int NotJudged { get; private set; }

    /// <summary>Judgements that were not taken, since the same coder says something else of the same segment in the same round.</summary>
    public IReadOnlyList<(MergedJudgement Other, MergedJudgement Kept)> Conflicts => _conflicts;

    public IReadOnlyList<Notice> Notices => _notices;

    /// <inheritdoc cref="ReturnedJudgements.Moved"/>
    public IReadOnlyList<string> Moved => _moved;

    /// <inheritdoc cref="ReturnedJudgements.Lost"/>
    public IReadOnlyList<(MergedRow Row, Problem Why)> Lost => _lost;

    /// <param name="documents">All of the study.</param>
    /// <param name="problems">What is wrong with the files, or does not fit the study; there is nothing to be merged then.</param>
    public static CodingsMerge Of(Codebook codebook, MergeOptions options, IReadOnlyList<SegmentedDocument> documents, Problems problems)
    {
        CodingsMerge merge = new(options);
        List<ReturnedFile> files = [.. merge.InOrder().Select(file => ReturnedFile.Read(file, codebook, problems)).OfType<ReturnedFile>()];
        merge.CheckNames([.. files.SelectMany(file => file.Rows).Select(row => row.Coding.Coder).Distinct()], problems);
        merge.CheckThatNothingIsOverwritten(files, problems);
        var byId = documents.ToDictionary(segmented => segmented.Document.Id);
        foreach (var file in files) merge.Add(file, ReturnedJudgements.Of(file.Renamed(options.Names), codebook, byId, options.ReAnchor, problems));
        merge.LookForOnePersonWithTwoNames();
        return merge;
    }

    // What stands there already comes first, then the files in order of their real paths: the order in which they are named decides nothing.
    private IEnumerable<string> InOrder() => _options.Files.Append(_options.Into).Where(File.Exists).DistinctBy(Paths.Real).OrderBy(file => !IsInto(file)).ThenBy(Paths.Real, StringComparer.Ordinal);

    private bool IsInto(string file) => Paths.Real(file) == Paths.Real(_options.Into);

    // A table that somebody still codes in would lose the segments that are left.
    private void CheckThatNothingIsOverwritten(List<ReturnedFile> files, Problems problems)
    {
        foreach (var file in files.Where(file => file.NotJudged > 0 && IsInto(file.Name)))
        {
            problems.Add(new(file.Name), $"{Counted.Of(file.NotJudged, "row")} without a code would be gone from it, as from a table in which somebody still codes", "give --into another file, and name this one among those to be merged; or remove such rows");
        }
    }

    private void CheckNames(IReadOnlyList<string> known, Problems problems)
    {
        foreach (var name in _options.Names.Keys.Except(known).Except(_options.Names.Values).Order(StringComparer.Ordinal))
        {
            problems.Add(new("--coder-as"), $"nobody in these files is named '{name}'{Spelling.DidYouMean(name, known)}", "write the name as it stands in the column coder, or as the file is named");
        }
    }

    private void Add(ReturnedFile file, ReturnedJudgements returned)
    {
        foreach (var judgement in returned.Judgements)
        {
            if (_merged.TryAdd(judgement.Key, judgement)) continue;

            var kept = _merged[judgement.Key];
            if (kept.JoinedWith(judgement) is { } joined) _merged[judgement.Key] = joined;
            else _conflicts.Add((judgement, kept));
        }

        _notices.AddRange(returned.Notices);
        _moved.AddRange(returned.Moved);
        _lost.AddRange(returned.Lost);
        NotJudged += file.NotJudged;
        if (IsInto(file.Name)) Before = _merged.Count;
    }

    // Somebody may have coded under two names, or two people under one file.
    private void LookForOnePersonWithTwoNames()
    {
        var byCoder = _merged.Values.GroupBy(judgement => judgement.Key.Coder).OrderBy(coder => coder.Key, StringComparer.Ordinal)
            .Select(coder => (Name: coder.Key, Judgements: coder.ToDictionary(judgement => judgement.Key with { Coder = "" }))).ToList();
        foreach (var (index, one) in byCoder.Index())
        {
            foreach (var other in byCoder.Skip(index + 1))
            {
                var (fewer, more) = one.Judgements.Count <= other.Judgements.Count ? (one, other) : (other, one);
                if (fewer.Judgements.Count < EnoughToWonder || !fewer.Judgements.All(judgement => more.Judgements.TryGetValue(judgement.Key, out var same) && same.SaysTheSameAs(judgement.Value))) continue;

                _notices.Add(new(fewer.Judgements.Values.First().Place, $"all that '{fewer.Name}' judges, '{more.Name}' judges just so ({Counted.Of(fewer.Judgements.Count, "segment")}): they may be one person",
                    $"if they are, give --coder-as '{fewer.Name}={more.Name}'"));
            }
        }
    }
}
