using System.Text.Json;
using Spancoder.Agreement.Resampling;

namespace Spancoder.Reporting;

/// <summary>Figures in JSON: not rounded; what is undefined is null, and its reason stands beside it.</summary>
internal static class JsonFigures
{
    public static void WriteFigure(this Utf8JsonWriter json, string name, Figure figure)
    {
        if (figure.Value is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
        if (figure.Reason is { } reason) json.WriteString(name + "_reason", reason);
    }

    public static void WriteInterval(this Utf8JsonWriter json, string name, Interval interval)
    {
        if (interval.Reason is { } reason)
        {
            json.WriteNull(name);
            json.WriteString(name + "_reason", reason);
        }
        else
        {
            json.WriteStartArray(name);
            json.WriteNumberValue(interval.Low);
            json.WriteNumberValue(interval.High);
            json.WriteEndArray();
        }

        if (interval.UndefinedShare > 0) json.WriteNumber(name + "_undefined_share", interval.UndefinedShare);
    }
}
