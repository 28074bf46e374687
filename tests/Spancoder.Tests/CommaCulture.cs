using System.Globalization;
using System.Runtime.CompilerServices;

namespace Spancoder.Tests;

/// <summary>The suite runs where a comma is the decimal mark and a small I has a dot or none, so that a forgotten culture shows.</summary>
internal static class CommaCulture
{
    [ModuleInitializer]
    internal static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = new("tr-TR");
        CultureInfo.CurrentCulture = new("tr-TR");
    }
}
