using System.Text;

namespace ResilientMySql.Generators.Emission;

/// <summary>Writes indented lines, with the same line ends on every machine.</summary>
internal sealed class SourceWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    public void Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', _level * SpacesPerLevel).Append(text);

        _text.Append('\n');
    }

    /// <summary>A line that continues the one before.</summary>
    public void Continuation(string text)
    {
        _level++;
        Line(text);
        _level--;
    }

    public void Open(string header)
    {
        Line(header);
        OpenBlock();
    }

    public void OpenBlock()
    {
        Line("{");
        _level++;
    }

    public void Close(string end = "")
    {
        _level--;
        Line("}" + end);
    }

    public override string ToString() => _text.ToString();
}
