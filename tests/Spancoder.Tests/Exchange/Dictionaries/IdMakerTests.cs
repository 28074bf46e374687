using Spancoder.Codebooks;
using Spancoder.Exchange.Dictionaries;

namespace Spancoder.Tests.Exchange.Dictionaries;

public class IdMakerTests
{
    [Theory]
    [InlineData("DC.1", "DC.1")]
    [InlineData("Negative emotion", "Negative-emotion")]
    [InlineData("  (Talk)  of: work! ", "Talk-of-work")]
    [InlineData("情绪", "情绪")]
    [InlineData("e\u0301motion", "émotion")]
    [InlineData("1. Work", "1.-Work")]
    [InlineData("a...b", "a.b")]
    [InlineData("...", "code-1")]
    [InlineData("__", "code-1")]
    [InlineData("", "code-1")]
    [InlineData("𠮷", "code-1")]
    [InlineData("NONE", "NONE-2")]
    public void An_id_is_made_of_what_can_stand_in_one(string key, string id)
    {
        List<Notice> notices = [];
        Assert.Equal(id, new IdMaker("code", notices).Make(key, null, new("words.yml", 3)));
        Assert.True(Code.IsId(id));
        Assert.Equal(key == id ? 0 : 1, notices.Count);
    }

    [Fact]
    public void What_is_called_alike_is_told_apart_by_what_it_stands_in_and_then_by_numbers()
    {
        IdMaker ids = new("code", []);
        Assert.Equal(["boats", "work.boats", "boats-2", "boats-3"], [Make(null), Make("work"), Make("work"), Make(null)]);

        string Make(string? parent) => ids.Make("boats", parent, new("words.yml"));
    }
}
