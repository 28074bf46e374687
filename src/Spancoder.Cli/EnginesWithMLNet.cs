using Spancoder.Learning;
using Spancoder.MLNet;

namespace Spancoder.Cli;

/// <summary>In the build only where MLNet is true.</summary>
internal static partial class Engines
{
    static partial void AddMLNet(List<ILinearTrainer> engines) => engines.Add(new MLNetTrainer());
}
