namespace Spancoder.Text;

/// <summary>A token to be, before its word was looked up.</summary>
/// <param name="Hash">Of the key: known early, so that looking up is nothing but looking.</param>
internal readonly record struct CutWord(int Start, int End, uint Hash, Gap Before, bool IsHan, WordKey Key);
