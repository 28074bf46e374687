using Spancoder.Reporting.Results;

namespace Spancoder.Reporting.Finding;

/// <summary>Takes what was found, a document at a time, and keeps none of it.</summary>
internal interface IFoundOutput
{
    /// <param name="found">In reading order; one or more.</param>
    void Add(ResultDocument document, IReadOnlyList<Found> found);
}
