using System.Globalization;

namespace Spancoder.Reporting.Pictures;

/// <summary>The colours and letters of all pictures, as style sheet; the same text in each, so that several agree in one page, and a page's policy may name it by its hash.</summary>
/// <remarks>
/// Every rule says its colour plainly first, for programs that know no variables, then as a variable (<c>--ink</c>, <c>--soft</c>, <c>--line</c>, <c>--paper</c>, <c>--bar</c>) that a page may set.
/// The colours of tracks are of Okabe and Ito's set, which the colour-blind can tell apart; those of fields run evenly from light to dark (in the dark the other way), so that they do in grey too.
/// </remarks>
internal static class PictureStyle
{
    /// <summary>How many depths a field may have; the first is for nothing at all.</summary>
    public const int Depths = 10;

    /// <summary>How many colours tracks have; they follow each other in turn.</summary>
    public const int TrackColours = 4;

    private static readonly Scheme Light = new("#1d1d1b", "#5d5b55", "#d8d4ca", "#ffffff", "#3d8fc4", "#ebe8e0",
        ["#eff4f9", "#cbe1f5", "#aaceed", "#8abae3", "#6da6d6", "#5292c7", "#387fb6", "#1f6ba2", "#02588d", "#004676"], ["#0072b2", "#d55e00", "#009e73", "#b0558a"]);

    private static readonly Scheme Dark = new("#eceae5", "#a9a69e", "#3b3f44", "#17191b", "#488ac0", "#2b2f33",
        ["#22272c", "#283a49", "#2d4d68", "#336186", "#3b75a4", "#488ac0", "#59a0da", "#6fb6f0", "#89ccff", "#a7e2ff"], ["#56b4e9", "#e69f00", "#2cc195", "#cc79a7"]);

    private const string Letters = """
        .spancoder { max-width: 100%; height: auto; direction: ltr; font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
        .spancoder text { unicode-bidi: isolate; }
        .spancoder .p-small { font-size: 12px; }
        .spancoder .p-tiny { font-size: 11px; }
        .spancoder .p-strong { font-weight: 600; }
        .spancoder .p-end { text-anchor: end; }
        .spancoder .p-middle { text-anchor: middle; }
        .spancoder .p-over { paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }
        .spancoder .p-line, .spancoder .p-none, .spancoder .p-leader { fill: none; stroke-width: 1px; }
        .spancoder .p-threshold { fill: none; stroke-width: 1px; stroke-dasharray: 4 3; }
        .spancoder .p-none { stroke-dasharray: 2 2; }
        .spancoder .p-interval { fill: none; stroke-width: 1.5px; }
        .spancoder .p-link { fill: none; stroke-opacity: .45; stroke-linecap: round; }
        .spancoder .p-dot, .spancoder .p-disc { stroke-width: 1px; }
        .spancoder .p-hit { fill: none; pointer-events: all; }
        .spancoder a { text-decoration: none; cursor: pointer; }
        .spancoder a:hover text { text-decoration: underline; }
        .spancoder a:focus-visible { outline: 2px solid; outline-offset: 1px; }

        """;

    public static string Text { get; } = "\n" + Letters + Light.Rules + "@media screen and (prefers-color-scheme: dark) {\n" + Dark.Rules + "}\n";

    public static string Field(int depth) => "p-field" + depth.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of a number on a field: black or white, whichever is easier to read there.</summary>
    public static string OnField(int depth) => "p-on" + depth.ToString(CultureInfo.InvariantCulture);

    public static string Track(int track) => "p-track" + (track % TrackColours).ToString(CultureInfo.InvariantCulture);

    private sealed record Scheme(string Ink, string Soft, string Line, string Paper, string Bar, string Gap, string[] Fields, string[] Tracks)
    {
        public string Rules => string.Concat(
        [
            Rule("text", "fill", Ink, "--ink"), Rule(".p-soft", "fill", Soft, "--soft"), Rule(".p-over", "stroke", Paper, "--paper"),
            Rule(".p-line", "stroke", Line, "--line"), Rule(".p-leader", "stroke", Soft, "--soft"), Rule(".p-none", "stroke", Soft, "--soft"),
            Rule(".p-threshold", "stroke", Soft, "--soft"), Rule(".p-interval", "stroke", Ink, "--ink"), Rule("a:focus-visible", "outline-color", Ink, "--ink"),
            Rule(".p-bar", "fill", Bar, "--bar"), Rule(".p-link", "stroke", Soft, "--soft"), Rule(".p-disc", "fill", Bar, "--bar"), Rule(".p-disc", "stroke", Paper, "--paper"),
            Rule(".p-dot", "fill", Ink, "--ink"), Rule(".p-dot", "stroke", Paper, "--paper"), Rule(".p-paper", "fill", Paper, "--paper"), Rule(".p-gap", "fill", Gap, "--gap"),
            .. Fields.Index().SelectMany(depth => new[] { Rule("." + Field(depth.Index), "fill", depth.Item), Rule("." + OnField(depth.Index), "fill", Colour.Readable(depth.Item)) }),
            .. Tracks.Index().Select(track => Rule("." + Track(track.Index), "fill", track.Item)),
        ]);

        private static string Rule(string of, string property, string colour, string variable) => $".spancoder {of} {{ {property}: {colour}; {property}: var({variable}, {colour}); }}\n";

        private static string Rule(string of, string property, string colour) => $".spancoder {of} {{ {property}: {colour}; }}\n";
    }
}
