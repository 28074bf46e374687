using Spancoder.Codebooks;

namespace Spancoder.Reporting;

/// <summary>Layers, roles and strengths as every output writes them; looked up, because tables have them in every row.</summary>
internal static class Names
{
    private static readonly string[] Layers = [.. Enum.GetValues<Layer>().Select(layer => layer.ToString().ToLowerInvariant())];
    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Select(role => role.ToString().ToLowerInvariant())];
    private static readonly string[] Strengths = [.. Enum.GetValues<Strength>().Select(strength => strength.ToString().ToLowerInvariant())];

    public static string Of(Layer layer) => Layers[(int)layer];

    public static string Of(Role role) => Roles[(int)role];

    public static string Of(Strength strength) => Strengths[(int)strength];
}
