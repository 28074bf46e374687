using System.Xml.Linq;
using Spancoder.Reading.Formats.Common;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Tiers;

/// <summary>ELAN's .eaf: annotations on tiers, tied to time slots. Speech stands on tiers of their own; what hangs on another tier is analysis.</summary>
internal sealed class Elan : IFormat
{
    private const string Root = "ANNOTATION_DOCUMENT";
    private const int LongestChain = 32; // tiers that hang on each other

    public string Name => "elan";

    public IReadOnlyList<string> Extensions => [".eaf"];

    public bool Recognises(FileContent file) => XmlFile.RootOf(file.Head) == Root;

    public Content Read(FileContent file, Findings findings)
    {
        var root = XmlFile.Read(file, findings, Root, "ELAN");
        AddFacts(root, findings);
        var tiers = TiersOf(root, findings);
        var speech = SpeechOf(tiers, findings);
        Introduce(speech, findings);
        SayTimes(speech, findings);
        return Tier.InReadingOrder([.. speech.Select(tier => tier.Tier)]);
    }

    private static void AddFacts(XElement root, Findings findings)
    {
        foreach (var name in new[] { "DATE", "AUTHOR" })
        {
            if (ValueOf(root, name) is { Length: > 0 } value) findings.AddFact(name.ToLowerInvariant(), value);
        }

        // The name alone: the folder is somebody's computer.
        var media = root.Descendants("MEDIA_DESCRIPTOR").Select(media => ValueOf(media, "MEDIA_URL")).OfType<string>()
            .Select(url => url[(url.LastIndexOfAny(['/', '\\']) + 1)..]).Where(name => name.Length > 0).ToList();
        if (media is not []) findings.AddFact("media", string.Join("; ", media));
    }

    private static List<ElanTier> TiersOf(XElement root, Findings findings)
    {
        var slots = TimeSlots.Of(root);
        var marks = root.Descendants().Where(mark => mark.Name == "ALIGNABLE_ANNOTATION" || mark.Name == "REF_ANNOTATION").ToLookup(mark => ValueOf(mark, "ANNOTATION_ID"));
        var elements = root.Elements("TIER").ToList();
        var named = Tier.WithOwnNames(elements.Select(tier => new Tier(ValueOf(tier, "TIER_ID") ?? "", AnnotationsOf(tier, slots, marks))), findings);
        return [.. elements.Zip(named, (element, tier) => new ElanTier(tier)
        {
            Type = ValueOf(element, "LINGUISTIC_TYPE_REF") ?? "",
            Participant = ValueOf(element, "PARTICIPANT") is { Length: > 0 } participant ? participant : null,
            IsChild = ValueOf(element, "PARENT_REF") is { Length: > 0 },
            Interpolated = MarksOf(element).Count(mark => slots.IsInterpolated(ValueOf(mark, "TIME_SLOT_REF1")) || slots.IsInterpolated(ValueOf(mark, "TIME_SLOT_REF2"))),
        })];
    }

    private static List<Annotation> AnnotationsOf(XElement tier, TimeSlots slots, ILookup<string?, XElement> marks)
    {
        List<Annotation> annotations = [];
        foreach (var mark in MarksOf(tier))
        {
            var aligned = AlignedFor(mark, marks);
            var (start, end) = (slots.TimeOf(ValueOf(aligned, "TIME_SLOT_REF1")), slots.TimeOf(ValueOf(aligned, "TIME_SLOT_REF2")));
            annotations.Add(new(TextOf(mark), null, start, end >= start ? end : null));
        }

        return annotations;
    }

    private static IEnumerable<XElement> MarksOf(XElement tier) => tier.Elements("ANNOTATION").Elements().Where(mark => TextOf(mark).Length > 0);

    // An annotation without times of its own has those of the one that it refers to.
    private static XElement AlignedFor(XElement mark, ILookup<string?, XElement> marks)
    {
        for (var step = 0; step < LongestChain && ValueOf(mark, "ANNOTATION_REF") is { } parent; step++) mark = marks[parent].FirstOrDefault() ?? mark;
        return mark;
    }

    private static List<ElanTier> SpeechOf(List<ElanTier> tiers, Findings findings)
    {
        var own = tiers.Where(tier => !tier.IsChild && tier.Tier.HasWords).ToList();
        var speech = own is [] ? MostSpoken(tiers.Where(tier => tier.Tier.HasWords)) : MostSpoken(own) is { } most && CountPeople(most) > 1 ? most : own;
        if (speech is []) findings.Refuse(null, "no tier in it holds words", "see in ELAN whether it is the right file");

        if (own is []) findings.Say(null, $"its words stand on tiers that belong to others, and those of type '{speech[0].Type}', which hold most, were taken for speech");
        var leftOut = tiers.Except(speech).Where(tier => tier.Tier.Annotations.Count > 0).Select(tier => (tier.Tier, tier switch
        {
            { Tier.HasWords: false } => "numbers or signs",
            { IsChild: true } => "belongs to another tier",
            _ => $"of type '{tier.Type}'",
        }));
        Tier.SayLeftOut([.. leftOut], findings, own.Except(speech).Any() ? $"give tiers the linguistic type '{speech[0].Type}' in ELAN if they are speech" : null);
        return speech;
    }

    // Gestures, gazes and comments have types of their own; speech is the type with most text.
    private static List<ElanTier> MostSpoken(IEnumerable<ElanTier> tiers) =>
        tiers.GroupBy(tier => tier.Type).MaxBy(type => type.Sum(tier => tier.Tier.Annotations.Sum(annotation => (long)annotation.Text.Length)))?.ToList() ?? [];

    private static int CountPeople(IEnumerable<ElanTier> tiers) => tiers.Select(tier => tier.Participant ?? tier.Tier.Name).Distinct().Count();

    private static void Introduce(List<ElanTier> speech, Findings findings)
    {
        foreach (var person in speech.Where(tier => tier.Participant is not null).GroupBy(tier => tier.Participant!)) // not null: see Where
        {
            if (person.Count() == 1)
            {
                findings.Introduce(person.Single().Tier.Name, person.Key, Roles.Of(person.Key) is Role.Interviewer ? Role.Interviewer : null); // else the tier's name may say it
                continue;
            }

            var names = string.Join(", ", person.Select(tier => $"'{tier.Tier.Name}'"));
            findings.Say(null, $"the tiers {names} all name the participant '{person.Key}', so each is called by its own name", "give each its participant in ELAN");
        }
    }

    private static void SayTimes(List<ElanTier> speech, Findings findings)
    {
        var interpolated = speech.Sum(tier => tier.Interpolated);
        if (interpolated > 0) findings.Say(null, $"{interpolated} of its annotations have a time slot without a value, which was set evenly between its neighbours");

        var timeless = speech.Sum(tier => tier.Tier.Annotations.Count(annotation => annotation.Start is null));
        if (timeless > 0) findings.Say(null, $"{timeless} of its annotations have no start, and were put behind the one before them on their tier");
    }

    private static string TextOf(XElement mark) => mark.Element("ANNOTATION_VALUE")?.Value.Trim() ?? "";

    private static string? ValueOf(XElement element, string name) => element.Attribute(name)?.Value;

    private sealed record ElanTier(Tier Tier)
    {
        /// <summary>Its "linguistic type": what kind of thing stands on it.</summary>
        public required string Type { get; init; }

        public required string? Participant { get; init; }

        public required bool IsChild { get; init; }

        /// <summary>How many annotations have a time that was not in the file.</summary>
        public required int Interpolated { get; init; }
    }

    /// <summary>The points on the recording that annotations refer to. They stand in order of time, so one without a value lies between its neighbours.</summary>
    private sealed class TimeSlots
    {
        private readonly Dictionary<string, (TimeSpan? Time, bool IsInterpolated)> _slots = new(StringComparer.Ordinal);

        public static TimeSlots Of(XElement root)
        {
            TimeSlots slots = new();
            List<string> waiting = [];
            TimeSpan? before = null;
            foreach (var slot in root.Elements("TIME_ORDER").Elements("TIME_SLOT"))
            {
                var id = ValueOf(slot, "TIME_SLOT_ID") ?? "";
                if (MediaTime.OfMilliseconds(ValueOf(slot, "TIME_VALUE")) is not { } time)
                {
                    waiting.Add(id);
                    continue;
                }

                foreach (var (index, one) in waiting.Index()) slots._slots[one] = (before + (time - before) * ((index + 1.0) / (waiting.Count + 1)), true);
                waiting.Clear();
                slots._slots[id] = (time, false);
                before = time;
            }

            return slots;
        }

        public TimeSpan? TimeOf(string? id) => id is null ? null : _slots.GetValueOrDefault(id).Time;

        public bool IsInterpolated(string? id) => id is not null && _slots.GetValueOrDefault(id) is { IsInterpolated: true, Time: not null };
    }
}
