using Spancoder.Codebooks;

namespace Spancoder.Review.Next;

/// <summary>The segments with one kind of ground, in the order in which they are picked: the codes take turns.</summary>
internal sealed class KindQueue
{
    private readonly List<IReadOnlyList<Queue<Candidate>>> _byCode;
    private int _turn;

    /// <param name="candidates">In order of document and number.</param>
    /// <param name="codes">In whose order they take turns.</param>
    public KindQueue(GroundKind kind, IEnumerable<Candidate> candidates, IReadOnlyList<Code> codes)
    {
        var ofCode = candidates.SelectMany(candidate => candidate.CodesOf(kind).Where(codes.Contains).Select(code => (code, candidate))).ToLookup(pair => pair.code, pair => pair.candidate);
        _byCode = [.. codes.Where(ofCode.Contains).Select(code => (IReadOnlyList<Queue<Candidate>>)[.. ofCode[code].GroupBy(candidate => candidate.Document).Select(ofDocument => new Queue<Candidate>(ofDocument))])];
    }

    /// <summary>Of the code whose turn it is, the first segment of the document that has the fewest on the list; of several such documents, of the first.</summary>
    /// <param name="onList">What is on the list already.</param>
    /// <returns>Null when there is none left.</returns>
    public Candidate? Next(IReadOnlySet<Candidate> onList, IReadOnlyDictionary<string, int> ofDocument)
    {
        for (var tried = 0; tried < _byCode.Count; tried++)
        {
            var documents = _byCode[_turn];
            _turn = (_turn + 1) % _byCode.Count;
            foreach (var document in documents)
            {
                while (document.TryPeek(out var first) && onList.Contains(first)) document.Dequeue();
            }

            var next = documents.Where(document => document.Count > 0).MinBy(document => ofDocument.GetValueOrDefault(document.Peek().Document)); // the first of equals
            if (next is not null) return next.Dequeue();
        }

        return null;
    }
}
