using Spancoder.Reporting;

namespace Spancoder.Tests.Reporting.Pictures;

/// <summary>A small picture of each kind, as its golden file shows it.</summary>
internal static class GivenPictures
{
    public static IReadOnlyList<ReportBlock.Picture> All { get; } =
    [
        new("bars", "How often each code was given", "Of 540 codable segments, with 95% intervals. Market reach is undefined.", Bars),
        new("points", "How far two coders agree", "Krippendorff's alpha of each code with 95% intervals.", Points),
        new("heat-map", "Codes by document", "Share of each document's codable segments.", HeatMap),
        new("network", "Codes in one segment", "Three codes, of which two pairs stand together.", Network),
        new("strips", "Where codes fall", "Two interviews from beginning to end.", Strips),
    ];

    private static Drawing.Bars Bars => new(
    [
        new("DC", "discursive construction", "54 (10.0%)", .1, .07, .13) { Of = Selection.Where("code", "DC") },
        new("DC.FRAME", "reframing 重新定义", "27 (5.0%)", .05, .03, .08, Level: 1),
        new("MR", "market reach", "n/a", null),
    ], "share of codable segments", IsShare: true);

    private static Drawing.Points Points => new(
    [
        new("DC", "discursive construction", "0.75 [0.60, 0.85]", .75, .6, .85) { Of = Selection.Where("code", "DC") },
        new("IP", "innovation promotion", "0.10 [-0.20, 0.40]", .1, -.2, .4),
        new("MR", "market reach", "n/a", null),
    ], "alpha, nominal", 0, 1, [.667, .8]);

    private static Drawing.HeatMap HeatMap => new(["interviews/p01.txt", "访谈/受访者甲的第二次访谈记录.docx"], ["DC", "IP"], "share of the document's codable segments", .2,
        [[new(.2, "20%") { Of = Selection.Where("document", "interviews/p01.txt").And("code", "DC") }, new(.1, "10%")], [new(0, "0%"), new(null, "n/a")]])
    { IsShare = true };

    private static Drawing.Network Network => new(
        [new("DC", "discursive construction", 100) { Of = Selection.Where("code", "DC") }, new("IP", "innovation promotion", 25), new("MR", "", 0)],
        [new(0, 1, .4, "20 segments, c = 0.40") { Of = Selection.Where("code", "DC").And("code", "IP") }, new(1, 2, .1, "2 segments, c = 0.10")]);

    private static Drawing.Strips Strips => new(["DC", "IP"],
    [
        new("interviews/p01.txt", 10, [(1, 0, "interviews/p01.txt#2"), (2, 0, "interviews/p01.txt#3"), (4, 1, "interviews/p01.txt#5")], [(0, 1), (3, 4)]),
        new("访谈/受访者乙.txt", 1, [(0, 1, "访谈/受访者乙.txt#1")], []),
    ]);
}
