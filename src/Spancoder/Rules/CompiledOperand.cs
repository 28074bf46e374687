using System.Text.RegularExpressions;
using Spancoder.Codebooks;
using Spancoder.Text;

namespace Spancoder.Rules;

/// <summary>Something to look for, with a number under which its hits are kept while a document is matched.</summary>
/// <param name="Number">Above the numbers of its parts.</param>
internal abstract record CompiledOperand(int Number)
{
    /// <summary>Words and phrases, found while the tokens are walked.</summary>
    /// <param name="Via">The term that finds each of them, as typed, alone in a list; in the order in which they are written. Of two that find the same words, the first is named.</param>
    internal sealed record Phrases(int Number, IReadOnlyList<IReadOnlyList<string>> Via) : CompiledOperand(Number);

    /// <summary>A regular expression, run over each sentence.</summary>
    internal sealed record Expression(int Number, Regex Regex, IReadOnlyList<string> Via) : CompiledOperand(Number);

    /// <summary>Any of several.</summary>
    internal sealed record Either(int Number, IReadOnlyList<CompiledOperand> Parts) : CompiledOperand(Number);

    /// <summary>Several near each other.</summary>
    /// <param name="Via">The term that was written so; null where its parts are terms of their own.</param>
    /// <param name="Speakers">Whose words the parts must be; null for everybody's.</param>
    internal sealed record Several(int Number, IReadOnlyList<CompiledOperand> Parts, Nearness Nearness, IReadOnlyList<string>? Via, SpeakerTest? Speakers) : CompiledOperand(Number);
}

/// <summary>How several things must stand to each other.</summary>
internal sealed record Nearness(int AtLeast, Distance Within, bool InOrder);

/// <summary>A place where an operand was found.</summary>
/// <param name="Start">UTF-16 position in the text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Operand">Which found it: phrases, an expression, or several; never a choice of these.</param>
/// <param name="Phrase">Which of them, for phrases, in the order in which they are written.</param>
/// <param name="Last">The last of its parts, for several.</param>
internal readonly record struct Hit(int Start, int End, int Operand, int Phrase, Chain? Last)
{
    public TextSpan Span => new(Start, End);

    /// <summary>By start; of those with one start, the longer first.</summary>
    public static int InOrder(Hit left, Hit right)
    {
        var byStart = left.Start.CompareTo(right.Start);
        return byStart != 0 ? byStart : right.End.CompareTo(left.End);
    }

    /// <summary>As <see cref="InOrder"/>; those with one span by the words that make them, so that the order in which things are written never matters.</summary>
    public static int InOrderOfWords(Hit left, Hit right)
    {
        var order = InOrder(left, right);
        return order != 0 || left.Last is null && right.Last is null ? order : Compare(left.Words(), right.Words());
    }

    /// <summary>The places that make it, in order of the text: itself where it has no parts.</summary>
    public IEnumerable<Hit> Words() => Last is null ? [this] : Last.Hits().SelectMany(hit => hit.Words());

    /// <summary>The spans of these.</summary>
    public IReadOnlyList<TextSpan> Parts() => Last is null ? [Span] : [.. Words().Select(word => word.Span)];

    /// <summary>Whether a span lies within one of these.</summary>
    public bool Holds(TextSpan span) => Last is null ? Span.Contains(span) : Words().Any(word => word.Span.Contains(span));

    /// <summary>By the first place in which they differ.</summary>
    public static int Compare(IEnumerable<Hit> left, IEnumerable<Hit> right) => left.Zip(right, InOrder).FirstOrDefault(order => order != 0);
}

/// <summary>A part that was found, and those before it.</summary>
/// <param name="Parts">Which parts are among them, a bit for each.</param>
/// <param name="From">Where the first begins.</param>
internal sealed record Chain(Hit Hit, Chain? Before, ulong Parts, int From)
{
    /// <summary>In order of the text.</summary>
    public IEnumerable<Hit> Hits() => Before is null ? [Hit] : Before.Hits().Append(Hit);

    /// <summary>As above, with the words of each.</summary>
    public IEnumerable<Hit> Words() => Hits().SelectMany(hit => hit.Words());
}
