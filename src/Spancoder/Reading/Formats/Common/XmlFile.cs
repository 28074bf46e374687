using System.Buffers;
using System.Xml;
using System.Xml.Linq;

namespace Spancoder.Reading.Formats.Common;

/// <summary>XML from other people: nothing outside the file is opened, no entity is resolved, and what would grow beyond measure is a problem.</summary>
internal static class XmlFile
{
    private const int Deepest = 64; // elements inside each other; no program that is read here writes ten
    private const int Longest = 100_000_000; // characters of a file
    private const long LongestPart = 200_000_000; // characters of a part of a package, which is read as a stream

    private const string Doctype = "<!DOCTYPE ";

    private static readonly SearchValues<char> EndOfName = SearchValues.Create(" \t\n\r>/[");

    /// <summary>The name of the first element, or what its document type says it is; null where the text does not begin as XML.</summary>
    public static string? RootOf(ReadOnlySpan<char> head)
    {
        var rest = head.TrimStart();
        while (rest is ['<', '?' or '!', ..])
        {
            if (rest.StartsWith(Doctype)) return NameIn(rest[Doctype.Length..].TrimStart());

            var close = rest.StartsWith("<!--") ? "-->" : rest[1] == '?' ? "?>" : ">";
            var end = rest.IndexOf(close);
            if (end < 0) return null;
            rest = rest[(end + close.Length)..].TrimStart();
        }

        return rest is ['<', ..] ? NameIn(rest[1..]) : null;
    }

    /// <summary>Opens what is part of a larger file, or too large for a tree. A document type is an <see cref="XmlException"/>.</summary>
    /// <param name="stream">Closed with the reader.</param>
    /// <param name="most">Characters, after which the reader throws an <see cref="XmlException"/>.</param>
    public static XmlReader Open(Stream stream, long most = LongestPart) => XmlReader.Create(stream, Settings(DtdProcessing.Prohibit, most));

    /// <param name="root">What the first element must be.</param>
    /// <param name="program">That writes such files, for the message.</param>
    /// <param name="doctype">Whether a document type is an offence, or passed over unread.</param>
    /// <exception cref="InputException">It is damaged, something else, or too much.</exception>
    public static XElement Read(FileContent file, Findings findings, string root, string program, DtdProcessing doctype = DtdProcessing.Prohibit)
    {
        var mend = $"save it again from {program}";

        var settings = Settings(doctype, Longest);
        try
        {
            using (var reader = XmlReader.Create(new StringReader(file.Text), settings)) StopWhereTooDeep(reader, findings, mend);

            using var second = XmlReader.Create(new StringReader(file.Text), settings);
            var element = XElement.Load(second, LoadOptions.SetLineInfo);
            if (element.Name.LocalName != root) findings.Refuse(null, $"its first element is not {root}", mend);
            return element;
        }
        catch (XmlException wrong)
        {
            var declared = doctype == DtdProcessing.Prohibit ? file.Text.IndexOf(Doctype, StringComparison.Ordinal) : -1;
            if (declared >= 0)
            {
                findings.Refuse(file.Text.AsSpan(0, declared).Count('\n') + 1, "it has a document type (<!DOCTYPE), with which a file can grow without end and which this one does not need", mend);
            }

            // Its own message may quote what somebody said.
            findings.Refuse(wrong.LineNumber > 0 ? wrong.LineNumber : null, "it is not well-formed XML, so it was cut off or damaged here", mend);
            throw;
        }
    }

    private static XmlReaderSettings Settings(DtdProcessing doctype, long most) => new()
    {
        DtdProcessing = doctype,
        XmlResolver = null,
        MaxCharactersInDocument = most,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private static string? NameIn(ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAny(EndOfName);
        return length < 1 ? null : rest[..length].ToString();
    }

    private static void StopWhereTooDeep(XmlReader reader, Findings findings, string mend)
    {
        while (reader.Read())
        {
            if (reader.Depth > Deepest) findings.Refuse(((IXmlLineInfo)reader).LineNumber, $"its elements are nested more than {Deepest} deep", mend);
        }
    }
}
