using Spancoder.Reading;

namespace Spancoder.Tests.Reading;

public class NamedInterviewersTests
{
    [Theory]
    [InlineData("Zoé")]
    [InlineData("ZOÉ")]
    [InlineData("Zoe\u0301")]
    [InlineData(" zoé ")]
    public void A_name_is_found_whatever_its_case_and_form_of_accents(string name) => Assert.Empty(NotFound(name, new Speaker("Zoé", Role.Interviewer)));

    [Theory]
    [InlineData("Zoe", "--interviewer Zoe: no document has a speaker with this label, did you mean 'Zoé'?: write it as it stands before the words in the transcripts.")]
    [InlineData("Wolfgang", "--interviewer Wolfgang: no document has a speaker with this label: write it as it stands before the words in the transcripts.")]
    public void A_name_that_is_nobodys_is_a_problem(string name, string expected) => Assert.Equal([expected], NotFound(name, new Speaker("Zoé", Role.Interviewer)));

    [Fact]
    public void A_label_that_was_not_taken_for_an_interviewers_is_not_found() => Assert.Single(NotFound("Zoé", new Speaker("Zoé", Role.Participant)));

    private static IEnumerable<string> NotFound(string name, Speaker speaker)
    {
        NamedInterviewers named = new([name]);
        named.Add(Given.Document("Q: And?\nA: Yes, we did.") with { Speakers = [speaker] });
        return named.NotFound.Select(problem => problem.ToString());
    }
}
