using System.Text.RegularExpressions;

namespace Spancoder.Reading;

/// <summary>Who asks and who answers, told by the label. A label that is not listed is a participant's.</summary>
internal static partial class Roles
{
    /// <summary>What a label says of its speaker's role, or null where it says nothing.</summary>
    public static Role? Of(string label) =>
        Interviewers().IsMatch(label) ? Role.Interviewer
        : Participants().IsMatch(label) ? Role.Participant
        : null;

    /// <summary>True for <c>I</c>, <c>Q</c>, <c>IV</c>: a role's short form, or somebody's initials.</summary>
    public static bool IsShort(string label) => label.Length <= 2 && label.All(char.IsAsciiLetter);

    [GeneratedRegex(
        """
        ^(?:
          interviewer(?:in)?|int\.?|intv\.?|iv|i|q|question|moderator(?:in)?|mod\.?|facilitator|researcher|
          fragesteller(?:in)?|enqu[êe]t(?:eur|rice)|entrevistador(?:a)?|intervieweur|intervieweuse|
          访谈者|访谈人|访谈员|采访人|采访者|主持人|记者|研究者|提问|追问|问|访|訪談者|訪談人|訪談員|採訪人|採訪者|研究者|追問|問|訪
        )(?:[ _.\#-]?\d{1,3}[A-Z]?|[ _.\#-][A-Z])?$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Interviewers();

    [GeneratedRegex(
        """
        ^(?:
          interviewee|ie|respondent|r|participant|p|speaker|s|a|answer|subject|informant|befragter?|befragte|b|
          enqu[êe]té(?:e)?|entrevistad[oa]|
          受访者|受访人|被访者|被访人|被访谈者|访谈对象|嘉宾|回答|答|受|说话人|发言人|受訪者|受訪人|被訪者|說話人|發言人
        )(?:[ _.\#-]?\d{1,4}[A-Z]?|[ _.\#-][A-Z])?$
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Participants();
}
