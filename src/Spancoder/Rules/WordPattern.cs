namespace Spancoder.Rules;

/// <summary>What one token must look like: a whole word, or one that begins, ends or goes on so; folded, or exactly as written.</summary>
/// <param name="Text">Folded unless <paramref name="IsExact"/>; without the stars. A final "'s" of a word counts only where the pattern has it.</param>
internal readonly record struct WordPattern(string Text, bool IsExact, bool StarBefore, bool StarAfter)
{
    /// <summary>As it is written in a rule, but for the folding.</summary>
    public override string ToString() => $"{(IsExact ? "=" : "")}{(StarBefore ? "*" : "")}{Text}{(StarAfter ? "*" : "")}";
}
