using Spancoder.MLNet;

namespace Spancoder.Tests.MLNet;

public class EnginesWithMLNet
{
    [Fact]
    public void The_engine_on_ML_NET_goes_by_the_name_mlnet()
    {
        var (engine, problems) = EnginesTests.Read("--engine mlnet");
        Assert.Equal("mlnet", Assert.IsType<MLNetTrainer>(engine).Name);
        Assert.Empty(problems);
    }
}
