using System.Text.RegularExpressions;

namespace Spancoder.Rules;

/// <summary>One of the things that a term stands for; a term with a list in it stands for several.</summary>
/// <param name="Text">The term as typed: what a hit came by.</param>
internal abstract record TermForm(string Text)
{
    /// <summary>Words that follow each other.</summary>
    internal sealed record Phrase(string Text, IReadOnlyList<WordPattern> Words) : TermForm(Text);

    /// <summary>Phrases in their order, with up to five words between two of them, in one sentence.</summary>
    /// <param name="Parts">Of each part, the phrases that it may be.</param>
    internal sealed record Gapped(string Text, IReadOnlyList<IReadOnlyList<Phrase>> Parts) : TermForm(Text);

    /// <summary>A regular expression, searched in each sentence.</summary>
    internal sealed record Expression(string Text, Regex Regex) : TermForm(Text);
}
