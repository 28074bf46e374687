using Spancoder.Evaluation;

namespace Spancoder.Tests.Evaluation;

public class FoldFileTests
{
    [Theory]
    [InlineData("document,part\na,1\n", null, "folds.csv:1: there is no column 'fold': name it so in the first row, and save the file as CSV with commas.")]
    [InlineData("file,folds\na,1\n", null, "folds.csv:1: there is no column 'document': name it so in the first row, and save the file as CSV with commas.", "folds.csv:1: there is no column 'fold', did you mean 'folds'?: name it so in the first row, and save the file as CSV with commas.")]
    [InlineData("document,fold\na,1\nb,\n,2\nc,2\n", null, "folds.csv:3: this row names no document, or no fold: name both, or remove the row.", "folds.csv:4: this row names no document, or no fold: name both, or remove the row.")]
    [InlineData("document,fold\na,1\nb,2\na,1\nc,1\n", null, "folds.csv:4: its document has a fold already: remove one of the rows.")]
    [InlineData("document,fold\na,1\nb,2\n", null, "folds.csv: document c is judged and in no fold: add a row for each.")]
    [InlineData("document,fold\nb,2\n", null, "folds.csv: a and 1 other document are judged and in no fold: add a row for each.")]
    [InlineData("document,fold\nx,2\n", null, "folds.csv: a and 2 other documents are judged and in no fold: add a row for each.")]
    [InlineData("document,fold\na,1\nb,1\nc,1\n", null, "folds.csv: all documents that are judged are in one fold, so there is nothing to learn from: name two folds or more.")]
    [InlineData("document,fold\na,1\nb,1\nc,1\nx,2\n", null, "folds.csv: all documents that are judged are in one fold, so there is nothing to learn from: name two folds or more.")]
    [InlineData("document,fold\na,train\nb,train\nc,tests\n", "test", "folds.csv: there is no fold 'test', did you mean 'tests'?: write one of: tests, train.")]
    [InlineData("document,fold\na,1\nb,2\nc,2\nx,3\n", "3", "folds.csv: no document of fold 3 is judged: name another, or give more codings.")]
    [InlineData("document,fold\na,1\nb,1\nc,1\n", "1", "folds.csv: all documents that are judged are in one fold, so there is nothing to learn from: name two folds or more.")]
    [InlineData("document,fold\na,1\nb,2,3\nc,1\n", null, "folds.csv:3: this row has more or fewer cells than the first row, or a quotation mark in it is never closed: save the file as CSV (UTF-8), with commas.")]
    public void Says_what_is_wrong(string table, string? only, params string[] expected)
    {
        var plan = Read(table, only, out var problems);
        Assert.Null(plan);
        Assert.Equal(expected, problems);
    }

    [Fact]
    public void Folds_are_judged_in_order_numbers_as_numbers_and_those_without_a_judged_document_are_none()
    {
        var plan = Read("Fold,document,why\n10,a,x\n9,b,y\nlast,c,z\n7,nobody judged it,\n", null, out var problems);
        Assert.Empty(problems);
        Assert.Equal(["9", "10", "last"], plan?.Judged);
        Assert.Equal(["10"], Read("document,fold\na,10\nb,9\nc,last\n", "10", out _)?.Judged);
    }

    private static FoldPlan? Read(string table, string? only, out IEnumerable<string> said)
    {
        using TemporaryFolder folder = new();
        Problems problems = new();
        var plan = FoldFile.Read(folder.Add("folds.csv", table), ["a", "b", "c"], only, problems);
        said = problems.InOrder.Select(problem => (problem with { Place = problem.Place with { File = Path.GetFileName(problem.Place.File) } }).ToString()).ToList();
        return plan;
    }
}
