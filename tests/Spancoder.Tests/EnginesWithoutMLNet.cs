namespace Spancoder.Tests;

public class EnginesWithoutMLNet
{
    [Fact]
    public void An_engine_that_this_build_lacks_is_told_how_to_get_it()
    {
        var (engine, problems) = EnginesTests.Read("--engine mlnet");
        Assert.Null(engine);
        Assert.Equal("spancoder learn: --engine mlnet: this build has no ML.NET: build with -p:MLNet=true where the package source carries Microsoft.ML, or leave the option out.", Assert.Single(problems).ToString());
    }
}
