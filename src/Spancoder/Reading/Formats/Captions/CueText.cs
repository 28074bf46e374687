using System.Text;
using System.Web;
using Spancoder.Reading.Times;

namespace Spancoder.Reading.Formats.Captions;

/// <summary>A stretch of a cue's words.</summary>
/// <param name="Voice">Whom the file says it is by a tag: <c>&lt;v Anna&gt;</c>. Empty where the tag names nobody, or was closed; null where there is no tag.</param>
/// <param name="Text">Its lines, without tags, with entities resolved.</param>
internal sealed record Voiced(string? Voice, string Text);

/// <summary>Takes the tags out of a cue and resolves its entities. What only looks like a tag stays: <c>&lt;laughs&gt;</c> is notation.</summary>
internal sealed class CueText
{
    private const int LongestTag = 200; // characters; bounds the search for its end

    private readonly string _source;
    private readonly StringBuilder _text = new();
    private readonly List<Voiced> _pieces = [];
    private string? _voice;

    private CueText(string source) => _source = source;

    /// <param name="lines">With tags.</param>
    /// <returns>At least one piece has words, or there is none.</returns>
    public static IReadOnlyList<Voiced> Read(IReadOnlyList<string> lines)
    {
        var text = new CueText(string.Join('\n', lines));
        text.Read();
        text.EndPiece();
        return text._pieces;
    }

    private void Read()
    {
        for (var index = 0; index < _source.Length; index++)
        {
            var plain = _source.AsSpan(index).IndexOfAny('<', '{');
            _text.Append(_source, index, plain < 0 ? _source.Length - index : plain);
            if (plain < 0) return;

            index += plain;
            var end = _source[index] switch
            {
                '<' => EndOf(index, '>'),
                _ when index + 1 < _source.Length && _source[index + 1] == '\\' => EndOf(index, '}'), // {\an8}, a place on the screen
                _ => -1,
            };
            if (end > 0 && (_source[index] == '{' || TryTag(_source.AsSpan()[(index + 1)..end]))) index = end;
            else _text.Append(_source[index]);
        }
    }

    private int EndOf(int start, char close)
    {
        var end = _source.AsSpan(start, Math.Min(LongestTag, _source.Length - start)).IndexOf(close);
        return end < 0 ? -1 : start + end;
    }

    private bool TryTag(ReadOnlySpan<char> tag)
    {
        var nameEnd = tag.IndexOfAny(" .\t\n\u00A0");
        var name = (nameEnd < 0 ? tag : tag[..nameEnd]).ToString().ToLowerInvariant().TrimEnd('/');
        switch (name)
        {
            case "v":
                EndPiece();
                _voice = NameIn(tag);
                return true;
            case "/v":
                EndPiece();
                _voice = "";
                return true;
            case "br":
                _text.Append('\n');
                return true;
            default:
                return name.TrimStart('/') is "c" or "i" or "b" or "u" or "s" or "ruby" or "rt" or "lang" or "font" or "span" || CueTime.Parse(tag) is not null;
        }
    }

    // <v.loud Hurst, Peter (Guest)>: classes stand before the first blank, the name behind it.
    private static string NameIn(ReadOnlySpan<char> tag)
    {
        var blank = tag.IndexOfAny(" \t\n\u00A0");
        var name = blank < 0 ? "" : Decode(tag[blank..].ToString());
        return string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private void EndPiece()
    {
        var text = Decode(_text.ToString()).Trim();
        if (text.Length > 0) _pieces.Add(new(_voice, text));
        _text.Clear();
    }

    private static string Decode(string text) => HttpUtility.HtmlDecode(text);
}
