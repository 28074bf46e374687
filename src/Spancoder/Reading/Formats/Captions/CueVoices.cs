using Spancoder.Reading.Formats.Common;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>Who says the words of each cue.</summary>
/// <remarks>
/// Where four of five cues have a label, one without has no speaker. Where fewer have, a label lasts until the next, unless only one side is
/// labelled: the others' words would all be given to it.
/// </remarks>
internal sealed class CueVoices
{
    private readonly IReadOnlyList<Strand> _strands;
    private readonly Findings _findings;
    private readonly Dictionary<string, string> _spellings = new(LabelComparer.Instance);
    private readonly Dictionary<string, string> _utterances = new(StringComparer.Ordinal);
    private readonly Sightings _unnamed = new();
    private readonly Sightings _unlabelled = new();
    private readonly Sightings _inherited = new();
    private readonly Sightings _doubtful = new();
    private readonly int _cues;
    private readonly int _labelled;
    private readonly Scope _scope;
    private string? _current;

    private CueVoices(IReadOnlyList<Strand> strands, Findings findings)
    {
        (_strands, _findings) = (strands, findings);
        _cues = CountCues(strands.Where(strand => strand.Voicing != Voicing.Event));
        _labelled = CountCues(strands.Where(strand => strand.Voicing == Voicing.Named));
        foreach (var label in strands.Select(strand => strand.Label).OfType<string>()) _spellings.TryAdd(label, label);
        _scope = FindScope();
    }

    /// <summary>How far a label reaches.</summary>
    private enum Scope
    {
        /// <summary>There are no labels.</summary>
        None,
        OneCue,
        OneSide,
        UntilTheNext,
    }

    /// <returns>One unit for each voice in each cue, in order.</returns>
    public static IReadOnlyList<Unit> Read(IReadOnlyList<Cue> cues, Findings findings)
    {
        CueVoices voices = new(CueStrands.Of(cues, findings), findings);
        Unit[] units = [.. voices._strands.Select(voices.MakeUnit)];
        voices.Report();
        return units;
    }

    /// <summary>Four of five.</summary>
    public static bool AreNearlyAll(int some, int all) => some > 0 && some * 5L >= all * 4L;

    private static int CountCues(IEnumerable<Strand> strands) => strands.Select(strand => strand.Cue.Number).Distinct().Count();

    private Scope FindScope()
    {
        if (_labelled == 0) return Scope.None;
        if (AreNearlyAll(_labelled, _cues)) return Scope.OneCue;
        return _spellings.Count == 1 || _spellings.Values.All(label => Roles.Of(label) == Role.Interviewer) ? Scope.OneSide : Scope.UntilTheNext;
    }

    private Unit MakeUnit(Strand strand)
    {
        var label = strand.Voicing == Voicing.Event ? null : LabelOf(strand);
        var isUnknownVoice = label is null && (strand.Voicing == Voicing.Unnamed || _scope == Scope.OneCue);
        return new()
        {
            Layer = strand.Voicing == Voicing.Event ? Layer.Event : Layer.Speech,
            Label = label,
            Text = strand.Text,
            Line = strand.Cue.Number,
            StartTime = strand.Cue.Start,
            EndTime = strand.Cue.End,
            Joint = isUnknownVoice ? Joint.Paragraph : Joint.Cue,
        };
    }

    private string? LabelOf(Strand strand)
    {
        var number = strand.Cue.Number;
        if (strand.Label is { } own)
        {
            _current = _spellings[own];
            if (strand.Cue.Utterance is { } utterance) _utterances[utterance] = _current;
            return _current;
        }

        if (strand.Voicing == Voicing.Unmarked && strand.Cue.Utterance is { } same && _utterances.TryGetValue(same, out var speaker)) return speaker;

        if (strand.Voicing == Voicing.Unnamed) _unnamed.Add(number);
        if (strand.Voicing == Voicing.Doubtful && _scope == Scope.UntilTheNext) _doubtful.Add(number);
        if (strand.Voicing is Voicing.Unnamed or Voicing.Doubtful) _current = null;

        var label = _scope == Scope.UntilTheNext ? _current : null;
        if (label is not null) _inherited.Add(number);
        else if (strand.Voicing != Voicing.Unnamed) _unlabelled.Add(number);
        return label;
    }

    private void Report()
    {
        if (_unnamed.Any)
        {
            _findings.Say(_unnamed.First, $"{_unnamed.Of("piece")} of cues {_unnamed.Are} marked as another voice ('- ...') without a name, and {Have(_unnamed)} no speaker",
                "put the speaker's label there");
        }

        if (_scope == Scope.None) _findings.Say(null, "its cues name no speakers, so all of them are coded", "begin each turn with a label, such as 'P03:'");
        if (_doubtful.Any)
        {
            _findings.Say(_doubtful.First, $"{_doubtful.Of("cue")} {(_doubtful.Count == 1 ? "begins" : "begin")} with what looks like a name and occurs once; from there to the next label no speaker is given",
                "give the same label to all turns of a speaker");
        }

        if (_inherited.Any)
        {
            _findings.Say(_inherited.First, $"{_labelled} of {_cues} cues have a label, so a label was taken to last until the next ({_inherited.Of("cue")} without one)", "label every cue");
        }

        if (!_unlabelled.Any || _scope == Scope.None) return;

        var reason = _scope switch
        {
            Scope.OneCue => $"{_labelled} of {_cues} cues have a label, so a label was taken to hold for its cue alone",
            Scope.OneSide => $"only one side is labelled ({string.Join(", ", _spellings.Values)})",
            _ => "nobody is named before the first label, or after a voice without a name",
        };
        _findings.Say(_unlabelled.First, $"{reason}; {_unlabelled.Of("cue")} without one {Have(_unlabelled)} no speaker", "label them");
    }

    private static string Have(Sightings these) => these.Count == 1 ? "has" : "have";
}
