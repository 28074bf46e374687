using System.CommandLine;
using Spancoder.Reading;
using Spancoder.Reading.Formats;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>The arguments of every command that reads documents.</summary>
internal sealed class StudyOptions
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files and folders to read.", Arity = ArgumentArity.OneOrMore };

    private readonly Option<string?> _root = new("--root")
    {
        Description = "What document ids are relative to. Default: the folder given, or the common folder of several paths.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _attributes = new("--attributes")
    {
        Description = "A CSV with facts about the documents. Default: attributes.csv in the root, if there is one.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _interviewers = new("--interviewer")
    {
        Description = "A speaker's label that is an interviewer's. May be given several times.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _boldSpeaker = new("--bold-speaker")
    {
        Description = "Who speaks in bold paragraphs, where bold and plain ones alternate without labels.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _plainSpeaker = new("--plain-speaker") { Description = "Who speaks in plain paragraphs there.", HelpName = "NAME" };

    private readonly Option<bool> _strict = new("--strict") { Description = "Do not read a file in which something has to be guessed." };

    private readonly Option<string?> _encoding = new("--encoding")
    {
        Description = "The encoding of every file, e.g. gb18030. Default: found out, and reported where it is a guess.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _format = new("--input-format")
    {
        Description = "The kind of every file, e.g. srt. Default: told by its content.",
        HelpName = "NAME",
    };

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "What a segment is: turn, sentence or paragraph.",
        DefaultValueFactory = _ => "turn",
        HelpName = "UNIT",
    };

    public StudyOptions()
    {
        _unit.AcceptOnlyFromAmong("turn", "sentence", "paragraph");
        _format.AcceptOnlyFromAmong([.. FileFormats.Names]);
    }

    /// <summary>Gives a command these arguments.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withUnit">Also those about cutting.</param>
    public void AddTo(Command command, bool withUnit = true)
    {
        command.Add(_paths);
        if (withUnit) command.Add(_unit);
        command.Add(_attributes);
        command.Add(_interviewers);
        command.Add(_boldSpeaker);
        command.Add(_plainSpeaker);
        command.Add(_encoding);
        command.Add(_format);
        command.Add(_root);
        command.Add(_strict);
    }

    /// <exception cref="InputException">A path is not there, or holds no documents.</exception>
    public Study ReadStudy(ParseResult parsed, string? except = null)
    {
        Problems problems = new();
        var paths = parsed.GetRequiredValue(_paths);
        var command = parsed.CommandResult.Command;
        foreach (var path in paths.Where(path => path.StartsWith("--", StringComparison.Ordinal) && !File.Exists(path)))
        {
            var known = command.Options.Select(option => option.Name);
            problems.Add(new($"spancoder {command.Name}"), $"there is no option '{path}'{Spelling.DidYouMean(path, known)}", $"see 'spancoder {command.Name} --help'");
        }

        problems.StopIfAny();
        var study = StudyReader.Read(paths, parsed.GetValue(_root), parsed.GetValue(_attributes), except, problems);
        problems.StopIfAny();
        return study;
    }

    /// <exception cref="InputException">There is no such encoding.</exception>
    public ReadingOptions Reading(ParseResult parsed)
    {
        var encoding = parsed.GetValue(_encoding);
        if (encoding is not null && !Decoding.IsKnown(encoding))
        {
            throw new InputException(new($"spancoder {parsed.CommandResult.Command.Name}"), $"'{encoding}' is not the name of an encoding",
                "write utf-8, utf-16, gb18030, big5, windows-1252, or another name that IANA lists");
        }

        return new()
        {
            Interviewers = parsed.GetValue(_interviewers) ?? [],
            BoldSpeaker = parsed.GetValue(_boldSpeaker),
            PlainSpeaker = parsed.GetValue(_plainSpeaker),
            Encoding = encoding?.ToLowerInvariant(),
            Format = parsed.GetValue(_format),
            Strict = parsed.GetValue(_strict),
        };
    }

    public SegmentUnit Unit(ParseResult parsed) => Enum.Parse<SegmentUnit>(parsed.GetRequiredValue(_unit), ignoreCase: true);
}
