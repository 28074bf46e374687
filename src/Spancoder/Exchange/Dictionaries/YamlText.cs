using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Spancoder.Exchange.Dictionaries;

/// <summary>Writes one YAML file of blocks, lists and text. The library puts quotes where text needs them.</summary>
internal sealed class YamlText
{
    private static readonly EmitterSettings Settings =
        new(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: true, indentSequences: true, newLine: "\n");

    private readonly Emitter _emitter;

    private YamlText(TextWriter writer) => _emitter = new(writer, Settings);

    /// <param name="comments">Lines at the file's head.</param>
    /// <param name="content">Writes the entries of the block that the file is.</param>
    public static string Write(IEnumerable<string> comments, Action<YamlText> content)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        foreach (var comment in comments) writer.Write($"# {comment}\n");

        YamlText yaml = new(writer);
        yaml._emitter.Emit(new StreamStart());
        yaml._emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        yaml.Mapping(() => content(yaml));
        yaml._emitter.Emit(new DocumentEnd(isImplicit: true));
        yaml._emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    public void Entry(string key, string value)
    {
        Text(key);
        Text(value);
    }

    public void Texts(string key, IEnumerable<string> values)
    {
        Text(key);
        Sequence(values, Text);
    }

    /// <param name="write">Writes the entries of the block that one item is.</param>
    public void Entries<T>(string key, IEnumerable<T> items, Action<T> write)
    {
        Text(key);
        Sequence(items, item => Mapping(() => write(item)));
    }

    public void Block(string key, Action content)
    {
        Text(key);
        Mapping(content);
    }

    private void Mapping(Action content)
    {
        _emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, MappingStyle.Block));
        content();
        _emitter.Emit(new MappingEnd());
    }

    private void Sequence<T>(IEnumerable<T> items, Action<T> write)
    {
        _emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
        foreach (var item in items) write(item);
        _emitter.Emit(new SequenceEnd());
    }

    // Line breaks are kept by double quotes only.
    private void Text(string value) => _emitter.Emit(new Scalar(
        AnchorName.Empty, TagName.Empty, value, value.Any(char.IsControl) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any, isPlainImplicit: true, isQuotedImplicit: true));
}
