using System.Text.RegularExpressions;

namespace ResilientMySql.Conformance.Transcripts;

/// <summary>What a case saw, in order. Thread-safe, since events may come from elsewhere.</summary>
public sealed partial class Transcript(Ground ground)
{
    private readonly Lock _lock = new();
    private readonly List<Line> _lines = [];

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<Line> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    /// <summary>Writes a line, without what honestly varies from run to run.</summary>
    public void Write(string text, string? remark = null)
    {
        var line = new Line(Scrub(text), remark is null ? null : Scrub(remark));
        lock (_lock)
            _lines.Add(line);
    }

    private string Scrub(string text) => ControlCharacter().Replace(
        TypeNames.ToDriver(text).Replace(ground.Schema, "<schema>", StringComparison.OrdinalIgnoreCase),
        static found => $"\\x{(int)found.Value[0]:X2}");

    [GeneratedRegex(@"\p{Cc}")]
    private static partial Regex ControlCharacter();
}
