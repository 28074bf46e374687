using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spancoder.Cli;
using Spancoder.Coders;
using Spancoder.Reading;
using Spancoder.Reporting;
using Spancoder.Reporting.Pages;
using Spancoder.Reporting.Results;

namespace Spancoder.Tests.Reporting;

/// <summary>A small study that would like to break its page, and the page of a report whose figures lead to what they count.</summary>
internal sealed partial class GivenPage : IDisposable
{
    /// <summary>Nothing in a name of a file, a label, a text, an attribute or a code may become markup.</summary>
    public const string Hostile = "a <b>\"x\"'y'&amp; --> 100% #1.csv";

    private const string Words = """
        speaker,text
        Interviewer,"<img src=x onerror=""hacked = 1""> And then?"
        "<i>Ann</i> ""A"" & 'B'","</script><script>hacked = 1</script> was on the till; we sold it abroad."
        Interviewer,"]]> --> And?"
        "<i>Ann</i> ""A"" & 'B'","&amp; &lt; {{transcripts}} we sold cups in Oslo at the trade fair, {override}gnihton and `told them` so."
        "Bo","Nothing of the kind, I was at home with the clay all of the winter."

        """;

    private const string English = """
        Q: Where did you sell?
        A: We sold forty cups in Oslo, at the trade fair, and I told them so.
        Q: And then?
        A: I told them so, and they laughed about our town.
        B: We sold nothing abroad that year, only at home.
        Q: And now?
        A: Now the kiln is cold, and the roof lets the rain in.

        """;

    private const string Chinese = "问：后来呢？\n答：后来我们去了展会，𠮷字号的茶杯卖到国外去了。\n问：卖得好吗？\n答：卖得不好，他们告诉我们价钱太高。\n";

    private const string Attributes = """"
        document,site,"<b>kind</b> ""k"""
        "a <b>""x""'y'&amp; --> 100% #1.csv","<u>Oslo</u> & ""more"", 'else'",one
        b.txt,Bergen,

        """";

    private const string Codings = """
        segment,code,coder,quote
        b.txt#2,trade,ann,forty cups in Oslo
        b.txt#2,talk,ann,"Oslo, at the trade fair"
        b.txt#5,NONE,ann,
        b.txt#7,talk,"<b>bo</b>",the kiln is cold

        """;

    private readonly TemporaryFolder _folder = new();

    /// <param name="most">How many bytes of transcripts the page may have; null for as many as any.</param>
    public GivenPage(long? most = null)
    {
        _folder.CopyFrom(Repository.File("tests", "cases", "_codebook"));
        var codebook = Path.Combine(_folder.Path, "codebook.yaml");
        File.WriteAllText(codebook, File.ReadAllText(codebook).Replace("{en: Talk, zh: 说话}", "{en: '<script>hacked = 1</script> & <b>talk</b>', zh: 说话}", StringComparison.Ordinal));
        _folder.Add("study/" + Hostile, Words.Replace("{override}", "\u202E", StringComparison.Ordinal)); // from here to the left
        _folder.Add("study/b.txt", English);
        _folder.Add("study/c.txt", Chinese);
        _folder.Add("study/attributes.csv", Attributes);
        _folder.Add("study/codings/ann.csv", Codings);

        Problems problems = new();
        var study = StudyReader.Read(new() { Paths = [Path.Combine(_folder.Path, "study")], Codings = [] }, problems);
        var rules = CodebookOption.Read(codebook);
        var byHand = HandCodings.Read(study, rules.Codebook, problems);
        using var output = OutputFolder.Open(Path.Combine(_folder.Path, "out"), problems);
        problems.StopIfAny();

        var run = RunRecord.Of(study, rules, byHand, new("0.0.0", new(), study.Root));
        CodingReport report = new(run);
        Transcripts transcripts = new(output.CreateScratch("transcripts"), run.Codes, most ?? Transcripts.Most);
        Coded = [.. Pipeline.Each(study, rules, byHand, new()).Select(outcome => outcome.Coded!)]; // all can be read
        foreach (var coded in Coded) transcripts.Add(report.Add(CodedResults.Of(coded))!); // a report on everything leaves nothing out
        using (var page = output.Create(ResultNames.Page)) PageLayout.Write(page, new([.. Before, .. report.Of(run).Blocks, .. After]), transcripts);
        output.Finish();
        PageFile = Path.Combine(_folder.Path, "out", ResultNames.Page);
    }

    public IReadOnlyList<CodedDocument> Coded { get; }

    public string PageFile { get; }

    public string Html => File.ReadAllText(PageFile);

    /// <summary>The page without its style and its script: well-formed, which a page need not be.</summary>
    public XElement Elements => ElementsOf(Html);

    public static XElement ElementsOf(string html) => XDocument.Parse(StyleAndScript().Replace(html, ""), LoadOptions.PreserveWhitespace).Root!;

    public void Dispose() => _folder.Dispose();

    // Prose that would like to be markup.
    private static IEnumerable<ReportBlock> Before =>
    [
        new ReportBlock.Heading(1, "A report <script>hacked = 1</script>"),
        new ReportBlock.Paragraph("*Stars* stay stars, `ticks` ticks, <b>tags</b> tags, and [a](http://127.0.0.1:9/) no link. --> ]]>"),
        new ReportBlock.Heading(2, "Frequencies"),
        new ReportBlock.Bullets(["# one", "<img src=x onerror='hacked = 1'>", "1. three"]),
    ];

    private static IEnumerable<ReportBlock> After =>
    [
        new ReportBlock.Heading(3, "Sorting"),
        new ReportBlock.Table([new("word", IsNumber: false), new("figure")], [["b", "n/a"], ["ä", "9.5%"], ["a", "10.0%"], ["B", "n/a"], ["c", "-1"]], "Of <nothing>."),
        new ReportBlock.Quote("b.txt#2, line 2, <b>A</b>", ["Q: <i>Where</i>?"], "We sold\nforty <cups>", "sells-abroad +2 \"<sold>\"") { Segment = "b.txt#2" },
        new ReportBlock.Quote("nowhere", [], "后来我们去了展会", ""),
    ];

    [GeneratedRegex("<style>.*?</style>|<script>.*</script>(?=\n</body>)", RegexOptions.Singleline)]
    private static partial Regex StyleAndScript();
}
