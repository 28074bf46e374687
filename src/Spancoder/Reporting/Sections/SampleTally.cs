using Spancoder.Codebooks;
using Spancoder.Evaluation.Correction;
using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Sections;

/// <summary>Counts what a sample of segments that people coded says of the machine, document by document. It holds numbers and no words.</summary>
/// <param name="codes">Of the codebook.</param>
/// <param name="codebookOf">Id of the codebook that a code is of.</param>
internal sealed class SampleTally(IReadOnlyList<Code> codes, Func<Code, string> codebookOf)
{
    private readonly Dictionary<string, Code> _codes = codes.ToDictionary(code => code.Id);
    private readonly List<SampleCounts> _documents = [];

    private int Codable => _documents.Sum(document => document.Codable);

    public void Add(ResultDocument document)
    {
        SampleCounts counted = new(codes.Count);
        foreach (var segment in document.Segments.Where(segment => segment.Codable))
        {
            var byMachine = GivenIn(segment.Codings.Where(coding => !coding.IsByHand).Select(coding => coding.Code));
            counted.Add(byMachine);
            if (JudgedIn(segment, byMachine) is { } judged) counted.Judged.Add(judged);
        }

        _documents.Add(counted);
    }

    /// <returns>Null where nothing that people judged was drawn by chance.</returns>
    public DrawnSample? Sample()
    {
        List<DrawnList> lists = [.. _documents.SelectMany(document => document.Judged).Where(segment => segment.Draw is { IsOfFrame: true }).GroupBy(segment => segment.Draw!.Frame).Select(DrawnList.Of).OrderByDescending(list => list.Frame)];
        return DrawnSample.Of(lists, Codable, _documents.Sum(document => document.Judged.Count(segment => segment.IsKnown && segment.Draw is not { IsOfFrame: true })));
    }

    /// <summary>A code's frequency as the sample corrects it.</summary>
    public CorrectedFrequency Of(Code code, DrawnSample sample)
    {
        var index = codes.Index().First(one => one.Item == code).Index;
        return CorrectedFrequency.Of([.. _documents.Where(document => document.Codable > 0).Select(document => Of(document, index, sample))]);
    }

    /// <summary>How many of the sampled segments have the code by people, by the machine, or by both: what a figure rests on.</summary>
    public int SeenIn(Code code, DrawnSample sample)
    {
        var index = codes.Index().First(one => one.Item == code).Index;
        return _documents.Sum(document => document.Judged.Count(segment => sample.Holds(segment.Draw) && segment.People[index] is { } byPeople && (byPeople || segment.Machine[index])));
    }

    private static SampledDocument Of(SampleCounts document, int code, DrawnSample sample)
    {
        var told = document.Judged.Where(segment => segment.People[code] is not null).ToList();
        var known = told.FindAll(segment => sample.WasKnown(segment.Draw));
        var knownByMachine = known.Count(segment => segment.Machine[code]);
        return new()
        {
            Frame = document.Codable - known.Count,
            FrameByMachine = document.ByMachine[code] - knownByMachine,
            Known = known.Count,
            KnownByPeople = known.Count(segment => segment.People[code] == true),
            KnownByMachine = knownByMachine,
            Sampled = told.Where(segment => sample.Holds(segment.Draw)).Aggregate(default(SampledPairs), (sum, segment) => sum + SampledPairs.Of(segment.People[code] == true, segment.Machine[code])),
        };
    }

    // Null where nobody looked. A code counts where anybody who can tell gave it or one below it; who coded with another codebook says nothing of it.
    private JudgedCounts? JudgedIn(ResultSegment segment, bool[] byMachine)
    {
        var people = segment.Codings.Where(coding => coding.IsByHand).ToList();
        if (people is []) return null;

        var sure = people.GroupBy(coding => coding.Coder).Where(person => person.All(coding => coding.Code != Coding.Unsure)).SelectMany(person => person).ToList();
        var given = GivenIn(sure.Select(coding => coding.Code));
        return new(Draw.Of(people.Select(coding => coding.Draw)), [.. codes.Index().Select(code => sure.Exists(coding => SpeaksOf(coding, code.Item)) ? given[code.Index] : (bool?)null)], byMachine);
    }

    private bool SpeaksOf(ResultCoding coding, Code code) =>
        coding.Codebook.Length == 0 || coding.Codebook.Split('|').Any(reference => reference.Split('@')[0] == codebookOf(code));

    private bool[] GivenIn(IEnumerable<string> ids)
    {
        HashSet<Code> given = [];
        foreach (var id in ids)
        {
            for (var code = _codes.GetValueOrDefault(id); code is not null; code = code.Parent) given.Add(code);
        }

        return [.. codes.Select(given.Contains)];
    }

    private sealed class SampleCounts(int count)
    {
        public int Codable { get; private set; }

        public int[] ByMachine { get; } = new int[count];

        public List<JudgedCounts> Judged { get; } = [];

        public void Add(bool[] byMachine)
        {
            Codable++;
            for (var code = 0; code < byMachine.Length; code++) ByMachine[code] += byMachine[code] ? 1 : 0;
        }
    }
}

/// <summary>What is known of a segment that somebody looked at, by code in the codebook's order.</summary>
/// <param name="People">Null where nobody can tell.</param>
internal sealed record JudgedCounts(Draw? Draw, bool?[] People, bool[] Machine)
{
    public bool IsKnown => Array.Exists(People, given => given is not null);
}
