using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Spancoder.Reporting.Pictures;

/// <summary>A line from the lower to the upper end of an interval: a stroke across each end, or a point of an arrow where it goes on beyond what the scale shows.</summary>
internal static class Interval
{
    private const double Half = 4;

    public static XElement Of(double lower, double upper, double middle, Scale scale)
    {
        StringBuilder path = new();
        path.Append(CultureInfo.InvariantCulture, $"M{At(scale, lower)} {Shape.Number(middle)}H{At(scale, upper)}");
        path.Append(End(scale.At(lower), middle, scale.Holds(lower), inwards: Half)).Append(End(scale.At(upper), middle, scale.Holds(upper), inwards: -Half));
        return Shape.Path(path.ToString(), "p-interval");
    }

    private static string End(double x, double middle, bool isShown, double inwards)
    {
        var (top, bottom) = (Shape.Number(middle - Half), Shape.Number(middle + Half));
        return isShown
            ? $"M{Shape.Number(x)} {top}V{bottom}"
            : $"M{Shape.Number(x + inwards)} {top}L{Shape.Number(x)} {Shape.Number(middle)}L{Shape.Number(x + inwards)} {bottom}";
    }

    private static string At(Scale scale, double value) => Shape.Number(scale.At(value));
}
