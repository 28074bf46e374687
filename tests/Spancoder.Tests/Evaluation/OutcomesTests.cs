using Spancoder.Evaluation;

namespace Spancoder.Tests.Evaluation;

public class OutcomesTests
{
    [Fact]
    public void Precision_recall_and_F1_are_what_one_works_out_by_hand()
    {
        Outcomes outcomes = new(Both: 6, OnlyMachine: 2, OnlyPerson: 4);
        Assert.Equal(10, outcomes.Support);
        Assert.Equal(0.75, outcomes.Precision.Value ?? 0, 1e-12);
        Assert.Equal(0.6, outcomes.Recall.Value ?? 0, 1e-12);
        Assert.Equal(2 * 0.75 * 0.6 / (0.75 + 0.6), outcomes.F1.Value ?? 0, 1e-12);
    }

    [Theory]
    [InlineData(0, 0, 3, "the machine never gave it", null)]
    [InlineData(0, 3, 0, null, "the person never gave it")]
    [InlineData(0, 0, 0, "the machine never gave it", "the person never gave it")]
    public void A_share_of_nothing_is_undefined(int both, int machine, int person, string? precision, string? recall)
    {
        Outcomes outcomes = new(both, machine, person);
        Assert.Equal(precision, outcomes.Precision.Reason);
        Assert.Equal(recall, outcomes.Recall.Reason);
    }

    [Fact]
    public void An_interval_is_that_of_documents_drawn_anew()
    {
        // Two documents, one in which all was found and one in which nothing was: a quarter of the draws each give 0 and 1.
        var score = CodeScore.Of("x", [new(4, 0, 0), new(0, 0, 4)], new(2, new(Replicates: 2000)));
        Assert.Equal((0, 1), (score.Recall.Low, score.Recall.High));
        Assert.Equal(0.25, score.Recall.ShareBelow(0.25) ?? 0, 0.03);
        Assert.Equal(0.75, score.Recall.ShareBelow(0.75) ?? 0, 0.03);
        Assert.NotNull(score.Precision.Reason); // where only the second is drawn, the machine gave nothing
    }

    [Fact]
    public void One_document_has_no_interval() => Assert.Equal("one document says nothing of how figures vary between documents", CodeScore.Of("x", [new(1, 1, 1)], new(1, new())).F1.Reason);
}
