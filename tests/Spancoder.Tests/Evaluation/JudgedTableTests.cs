using Spancoder.Evaluation;

namespace Spancoder.Tests.Evaluation;

public class JudgedTableTests
{
    private const string Table = "document,segment,speaker,text\nd1,1,A,one two\nd1,2,B,three\nd2,1,A,four\n";

    [Theory]
    [InlineData("id,text\n1,x\n", "segment,code\n1,a\n", null, "table.csv:1: there is no column 'document': name it so in the first row, and save the file as CSV with commas.", "table.csv:1: there is no column 'segment': name it so in the first row, and save the file as CSV with commas.")]
    [InlineData("document,segment,text\n,1,x\nd1,,y\n", "segment,code\n1,a\n", null, "codings.csv:2: its segment is not in the table of utterances: name it as the table does.", "table.csv:2: this row names no document, or no segment: name both.", "table.csv:3: this row names no document, or no segment: name both.")]
    [InlineData("document,segment,text\nd1,1,x\nd1,1,y\nd2,1,z\n", "segment,document,code\n1,d1,a\n", null, "table.csv:3: its segment stands in the table twice: give every utterance a segment of its own.")]
    [InlineData(Table, "segment,codes\n2,a\n", null, "codings.csv:1: there is no column 'code', did you mean 'codes'?: name it so in the first row, and save the file as CSV with commas.")]
    [InlineData(Table, "segment,code\n3,a\n", null, "codings.csv:2: its segment is not in the table of utterances: name it as the table does.")]
    [InlineData(Table, "segment,document,code\n2,d2,a\n", null, "codings.csv:2: its segment is not in the table of utterances: name it as the table does.")]
    [InlineData(Table, "segment,code\n2,a\n1,a\n", null, "codings.csv:3: several documents have a segment of this name: add the column document.")]
    [InlineData(Table, "segment,code\n2,we sold it\n", null, "codings.csv:2: its code is not of letters, digits, '-', '_' and '.' alone: rename it.")]
    [InlineData(Table, "segment,code\n2,a||b\n", null, "codings.csv:2: its code is not of letters, digits, '-', '_' and '.' alone: rename it.")]
    [InlineData(Table, "segment,code,coder\n2,a,ann\n2,b,ben\n", null, "codings.csv: there are 2 coders, and whose judgements are right is not said: name one with --coder: ann, ben.")]
    [InlineData(Table, "segment,code,coder\n2,a,ann\n2,b,ben\n", "bem", "codings.csv: there is no coder 'bem', did you mean 'ben'?: write one of: ann, ben.")]
    [InlineData(Table, "segment,code\n2,a\n", "ann", "codings.csv: there is no coder 'ann': write one of: codings.")]
    [InlineData(Table, "segment,code\n2,\n", null, "codings.csv: nobody judges anything in it: give --codings a table with the columns segment and code.")]
    public void Says_what_is_wrong(string table, string codings, string? coder, params string[] expected)
    {
        Assert.Null(Read(table, [codings], coder, out var problems));
        Assert.Equal(expected, problems);
    }

    [Fact]
    public void Without_codings_there_is_nothing_to_learn_from()
    {
        Assert.Null(Read(Table, [], null, out var problems));
        Assert.Equal(["spancoder evaluate: there are no people's codings to learn from: give --codings a table with the columns segment and code."], problems);
    }

    [Fact]
    public void No_message_holds_a_cell()
    {
        Assert.Null(Read("document,segment,text\nd1,1,x\nd1,1,y\n,secret,z\n", ["segment,code\nsecret words,secret\n1,secret words\n"], null, out var problems));
        Assert.Equal(4, problems.Count());
        Assert.DoesNotContain(problems, problem => problem.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_are_those_that_are_given_in_order_and_several_in_a_cell_or_in_rows_are_one_judgement()
    {
        var table = Read(Table, ["segment,document,code\n1,d1,b|a\n2,d1,NONE\n1,d2,a\n1,d2,c.d\n"], null, out var problems);
        Assert.Empty(problems);
        Assert.NotNull(table);
        Assert.Equal(["a", "b", "c.d"], table.Codebook.Codes.Select(code => code.Id));
        Assert.Equal(["d1#1 110", "d1#2 000", "d2#1 101"], table.Segments.Select(segment => $"{segment.Lesson.Document}#{segment.Lesson.Number} {string.Concat(segment.Lesson.Labels.Select(label => label == true ? '1' : '0'))}"));
        Assert.Equal(["codings"], table.Coders);
    }

    [Fact]
    public void Who_cannot_tell_is_counted_and_left_out_and_nobody_elses_word_is_taken_for_right()
    {
        var table = Read(Table, ["segment,document,code,coder\n1,d1,a,ann\n1,d1,b,ben\n2,d1,UNSURE,ann\n2,d1,a,ben\n1,d2,OT,ann\n"], "ann", out _);
        Assert.NotNull(table);
        Assert.Equal(1, table.Unsure);
        Assert.Equal(["d1#1 10", "d2#1 00"], table.Segments.Select(segment => $"{segment.Lesson.Document}#{segment.Lesson.Number} {string.Concat(segment.Lesson.Labels.Select(label => label == true ? '1' : '0'))}"));
        Assert.Equal(["ann", "ben"], table.Segments[0].People.Select(person => person.Coder));
    }

    [Fact]
    public void A_file_is_a_table_of_utterances_by_its_columns()
    {
        using TemporaryFolder folder = new();
        Assert.True(JudgedTable.Is(folder.Add("a.csv", Table)));
        Assert.False(JudgedTable.Is(folder.Add("b.csv", "document,segment\n")));
        Assert.False(JudgedTable.Is(folder.Add("c.txt", Table)));
        Assert.False(JudgedTable.Is(Path.Combine(folder.Path, "none.csv")));
    }

    private static JudgedTable? Read(string table, string[] codings, string? coder, out IEnumerable<string> said)
    {
        using TemporaryFolder folder = new();
        Problems problems = new();
        var read = JudgedTable.Read(folder.Add("table.csv", table), [.. codings.Select((text, index) => folder.Add(index == 0 ? "codings.csv" : $"codings-{index}.csv", text))], coder, withPrevious: false, problems);
        said = problems.InOrder.Select(problem => (problem with { Place = problem.Place with { File = Path.GetFileName(problem.Place.File) } }).ToString()).ToList();
        return read;
    }
}
