using System.CommandLine;
using Spancoder.Reading;
using Spancoder.Reading.Formats;
using Spancoder.Reading.Formats.Rows;
using Spancoder.Segmenting;
using Spancoder.Text;

namespace Spancoder.Cli;

/// <summary>The arguments of every command that reads documents.</summary>
internal sealed class StudyOptions
{
    private readonly Symbol _paths;

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

    private readonly Option<string?> _namePattern = new("--name-pattern")
    {
        Description = "A regular expression with named groups; each is a fact about a document, found in its name, e.g. 'N(?<number>[0-9]+)_'.",
        HelpName = "REGEX",
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

    private readonly Option<string?> _unlabelledSpeaker = new("--unlabelled-speaker") { Description = "Who speaks in paragraphs without a label, in files in which only one side is labelled.", HelpName = "NAME" };
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

    private readonly Option<string[]> _map = new("--map")
    {
        Description = "Which column of a table holds what, e.g. text=Said or speaker=2. May be given several times. Default: told by its name.",
        HelpName = "WHAT=COLUMN",
    };

    private readonly Option<string> _unit = new("--unit")
    {
        Description = "What a segment is: turn, sentence or paragraph.",
        DefaultValueFactory = _ => "turn",
        HelpName = "UNIT",
    };

    public StudyOptions()
        : this(new Argument<string[]>("PATH") { Description = "Files and folders to read.", Arity = ArgumentArity.OneOrMore })
    {
    }

    /// <param name="paths">The argument or the option that names what to read, for commands that may do without.</param>
    public StudyOptions(Symbol paths)
    {
        _paths = paths;
        _unit.AcceptOnlyFromAmong("turn", "sentence", "paragraph");
        _format.AcceptOnlyFromAmong([.. FileFormats.Names]);
    }

    /// <summary>Gives a command these arguments.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withUnit">Also those about cutting.</param>
    public void AddTo(Command command, bool withUnit = true)
    {
        AddPathsTo(command);
        if (withUnit) command.Add(_unit);
        AddReadingTo(command);
        command.Add(_strict);
    }

    /// <summary>Gives a command those of them that are needed to read one document as a run on its study does.</summary>
    public void AddForOneTo(Command command)
    {
        command.Add(_unit);
        AddReadingTo(command);
    }

    /// <summary>Gives a command these arguments without <c>--strict</c>, for which it has a meaning of its own.</summary>
    public void AddWithoutStrictTo(Command command)
    {
        AddPathsTo(command);
        AddForOneTo(command);
    }

    private void AddPathsTo(Command command)
    {
        if (_paths is Argument argument) command.Add(argument);
        else command.Add((Option)_paths);
    }

    private void AddReadingTo(Command command)
    {
        command.Add(_attributes);
        command.Add(_namePattern);
        command.Add(_interviewers);
        command.Add(_boldSpeaker);
        command.Add(_plainSpeaker);
        command.Add(_unlabelledSpeaker);
        command.Add(_encoding);
        command.Add(_format);
        command.Add(_map);
        command.Add(_root);
    }

    /// <summary>Whether the only path is <c>-</c>.</summary>
    public bool IsStream(ParseResult parsed) => parsed.GetResult(_paths) is { Tokens: [{ Value: "-" }] };

    /// <summary>What says something about files or about cutting.</summary>
    public IReadOnlyList<Option> NotForStreams => [_root, _attributes, _namePattern, _boldSpeaker, _plainSpeaker, _unlabelledSpeaker, _encoding, _format, _unit, _strict];

    /// <param name="output">Where the command writes; null when it writes nothing.</param>
    /// <param name="codings">Files of people's codings; null where the command does not ask for them.</param>
    public Study ReadStudy(ParseResult parsed, Problems problems, string? output = null, IReadOnlyList<string>? codings = null)
    {
        var given = PathsIn(parsed);
        List<string> paths = [];
        foreach (var (index, path) in given.Index())
        {
            // What follows an option that is none was meant to be its value, if it is nothing else.
            if (IsUnknownOption(path)) problems.Add(Arguments.UnknownOption(parsed, path));
            else if (IsTableOfCodings(path)) problems.Add(new(path), "this is a table of codings, and stands among the documents", "give every such file its own --codings");
            else if (path.Length > 0 && (index == 0 || !IsUnknownOption(given[index - 1]) || Path.Exists(path))) paths.Add(path);
        }

        var study = StudyReader.Read(new() { Paths = paths, Root = parsed.Text(_root), Attributes = parsed.Text(_attributes), Names = Names(parsed, problems), Codings = codings, Out = output }, problems);
        if (parsed.Sound(_strict)) problems.Add(Notice.AsProblems(study.Notices));
        return study;
    }

    /// <summary>Whether there is anything to read, for commands that may do without.</summary>
    public bool IsGiven(ParseResult parsed) => PathsIn(parsed) is not [];

    /// <summary>What to read, as the user named it.</summary>
    public IReadOnlyList<string> PathsIn(ParseResult parsed) => parsed.GetResult(_paths) is { Tokens: var tokens } ? [.. tokens.Select(token => token.Value)] : [];

    /// <summary>The document of a segment that is to be explained.</summary>
    public DocumentFile ReadOne(string file, ParseResult parsed, Problems problems) =>
        StudyReader.ReadOne(file, parsed.Text(_root), parsed.Text(_attributes), Names(parsed, problems), problems);

    private NamePattern? Names(ParseResult parsed, Problems problems) => parsed.Text(_namePattern) is { } pattern ? NamePattern.Read(pattern, "--name-pattern", problems) : null;

    /// <summary>Reads the documents of a study, hands on those that can be read, and says at the end what is wrong with the others.</summary>
    /// <param name="whenRead">Called with each, in order.</param>
    /// <param name="whenFound">Called before, with all that was found, by a command that shows notices. For others they are counted on stderr.</param>
    /// <exception cref="InputException">Something was wrong.</exception>
    public void ReadEach(ParseResult parsed, Action<Document> whenRead, Action<Study>? whenFound = null) =>
        ReadThose(parsed, Arguments.MistakesIn(parsed), whenRead, whenFound).StopIfAny();

    /// <summary>As <see cref="ReadEach"/>, for commands that have something to say of the others before they stop.</summary>
    /// <param name="problems">What is wrong already; nothing is read then.</param>
    /// <returns>What is wrong with documents.</returns>
    /// <exception cref="InputException">Something else was wrong.</exception>
    public Problems ReadThose(ParseResult parsed, Problems problems, Action<Document> whenRead, Action<Study>? whenFound = null)
    {
        var (reading, study) = (Reading(parsed, problems), ReadStudy(parsed, problems));
        problems.StopIfAny();
        whenFound?.Invoke(study);
        NamedInterviewers named = new(reading.Interviewers);
        var notices = study.Notices.Count;
        foreach (var file in study.Documents.Telling(study.Documents.Count, Terminal.ProgressBesideOutput(parsed), static _ => 0)) // of segments nobody knows here
        {
            try
            {
                var document = DocumentReader.Read(file, reading);
                named.Add(document);
                notices += document.Notices.Count;
                whenRead(document);
            }
            catch (InputException wrong)
            {
                problems.Add(wrong.Problems);
            }
        }

        if (whenFound is null) SayNotices(notices, "what 'spancoder inspect' says", parsed.InvocationConfiguration.Error);
        problems.Add(named.NotFound);
        return problems;
    }

    /// <summary>The one line that counts notices.</summary>
    /// <param name="count">None: nothing is said.</param>
    /// <param name="where">Where they can be read.</param>
    public static void SayNotices(int count, string where, TextWriter error)
    {
        if (count > 0) error.WriteLine($"{count} {(count == 1 ? "thing was" : "things were")} guessed, skipped or left out: see {where}.");
    }

    public ReadingOptions Reading(ParseResult parsed, Problems problems)
    {
        var encoding = parsed.Text(_encoding);
        if (encoding is not null && !Decoding.IsKnown(encoding))
        {
            problems.Add(new(Arguments.NameOf(parsed)), $"'{encoding}' is not the name of an encoding", "write utf-8, utf-16, gb18030, big5, windows-1252, or another name that IANA lists");
        }

        return new()
        {
            Interviewers = parsed.Texts(_interviewers),
            BoldSpeaker = parsed.Text(_boldSpeaker),
            PlainSpeaker = parsed.Text(_plainSpeaker),
            UnlabelledSpeaker = parsed.Text(_unlabelledSpeaker),
            Encoding = encoding?.ToLowerInvariant(),
            Format = parsed.Text(_format),
            ColumnMap = ColumnMap(parsed, problems),
            Strict = parsed.Sound(_strict),
        };
    }

    private Dictionary<string, string> ColumnMap(ParseResult parsed, Problems problems)
    {
        Place place = new(Arguments.NameOf(parsed));
        Dictionary<string, string> map = new(StringComparer.Ordinal);
        foreach (var entry in parsed.Texts(_map))
        {
            if (entry.Split('=', 2) is not [var role, var column])
            {
                problems.Add(place, $"--map '{entry}' names no column", "write WHAT=COLUMN, such as text=Said");
            }
            else if (!UtteranceColumns.RoleNames.Contains(role))
            {
                problems.Add(place, $"--map '{entry}' does not say what the column holds{Spelling.DidYouMean(role, UtteranceColumns.RoleNames)}", $"write WHAT=COLUMN, where WHAT is one of {string.Join(", ", UtteranceColumns.RoleNames)}");
            }
            else if (!map.TryAdd(role, column.Trim()))
            {
                problems.Add(place, $"--map says twice which column is the {role}", "leave one out");
            }
        }

        return map;
    }

    public bool IsStrict(ParseResult parsed) => parsed.Sound(_strict);

    /// <summary>A turn where it is something unknown, which the parser has said.</summary>
    public SegmentUnit Unit(ParseResult parsed) => Enum.TryParse<SegmentUnit>(parsed.Sound(_unit), ignoreCase: true, out var unit) ? unit : SegmentUnit.Turn;

    // As a shell makes of --codings *.csv.
    private static bool IsTableOfCodings(string path) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) && File.Exists(path) && TableFile.FirstRowOf(path) is var names && names.Contains("segment") && names.Contains("code") && !names.Contains("text");

    private static bool IsUnknownOption(string word) => word is ['-', _, ..] && !Path.Exists(word);
}
