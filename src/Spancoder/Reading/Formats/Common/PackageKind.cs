namespace Spancoder.Reading.Formats.Common;

/// <summary>What a ZIP file holds, told by the names in it.</summary>
internal enum PackageKind
{
    /// <summary>A Word document: .docx, .docm, .dotx.</summary>
    Word,
    Excel,
    PowerPoint,
    OpenDocument,

    /// <summary>A project in the exchange format of coding programs, REFI-QDA.</summary>
    Project,

    /// <summary>A ZIP file of something else.</summary>
    Other,

    /// <summary>It begins as a ZIP file and has no readable list of what is in it.</summary>
    Damaged,
}
