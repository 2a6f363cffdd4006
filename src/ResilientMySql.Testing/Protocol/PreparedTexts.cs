using System.Buffers.Binary;

namespace ResilientMySql.Testing.Protocol;

/// <summary>The texts of one session's prepared statements, so that running one shows its SQL.</summary>
internal sealed class PreparedTexts
{
    private const uint LastPrepared = uint.MaxValue;

    private readonly Dictionary<uint, string?> _texts = [];
    private string? _last;

    /// <summary>The text of the statement that a request names by its id.</summary>
    public string? Find(ReadOnlySpan<byte> payload) => payload.Length >= 5 ? Find(Id(payload)) : null;

    /// <summary>A statement is about to be prepared.</summary>
    public void NoteAsked(string text) => _last = text;

    /// <summary>The server has given a statement its id.</summary>
    public void NotePrepared(uint id, string? text) => _texts[id] = text;

    /// <summary>A statement is forgotten.</summary>
    public void NoteClosed(ReadOnlySpan<byte> payload)
    {
        if (payload.Length >= 5)
            _texts.Remove(Id(payload));
    }

    /// <summary>The session starts anew.</summary>
    public void Clear() => _texts.Clear();

    private string? Find(uint id) => id is LastPrepared ? _last : _texts.GetValueOrDefault(id);

    private static uint Id(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadUInt32LittleEndian(payload[1..]);
}
