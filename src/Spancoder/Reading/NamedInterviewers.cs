using Spancoder.Text;

namespace Spancoder.Reading;

/// <summary>The names that the user gave for interviewers, and whether anybody has them: a misspelt one would have its questions coded.</summary>
public sealed class NamedInterviewers(IReadOnlyList<string> names)
{
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _interviewers = new(LabelComparer.Instance);

    public void Add(Document document)
    {
        _labels.UnionWith(document.Speakers.Select(speaker => speaker.Key));
        _interviewers.UnionWith(document.Speakers.Where(speaker => speaker.Role == Role.Interviewer).SelectMany(speaker => new[] { speaker.Key, speaker.Name }));
    }

    /// <summary>Of the names that are nobody's, in all documents that were added; case and form of accents ignored.</summary>
    public IReadOnlyList<Problem> NotFound =>
    [
        .. names.Where(name => !_interviewers.Contains(name)).Select(name => new Problem(
            new($"--interviewer {name}"), $"no document has a speaker with this label{Spelling.DidYouMean(name, _labels)}", "write it as it stands before the words in the transcripts")),
    ];
}
