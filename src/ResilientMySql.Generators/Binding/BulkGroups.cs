using System.Text;

namespace ResilientMySql.Generators.Binding;

/// <summary>
/// Watches the parentheses of a statement for the group that names members of a collection's objects: <c>VALUES (@rows.City, …)</c>.
/// </summary>
internal sealed class BulkGroups(StringBuilder commandText)
{
    private int _depth;
    private int _start;
    private int _bindingsBefore;
    private bool _followsValues;
    private bool _endsHere;
    private BoundName? _rows;

    /// <summary>The one group found: what it names, where it is in the command text, and how many bindings are before it and in it.</summary>
    public (BoundName Rows, int Start, int End, int BindingsBefore, int Bindings)? Found { get; private set; }

    /// <summary>Whether some member is named where no row can be repeated.</summary>
    public bool IsMisplaced { get; private set; }

    /// <summary>Any token that the server does not skip. A further row would be inserted with each part of the rows.</summary>
    public void Pass(string token)
    {
        IsMisplaced |= _endsHere && token == ",";
        _endsHere = false;
    }

    /// <summary>A parenthesis that is about to be written.</summary>
    public void Open(int bindings, bool followsValues)
    {
        if (_depth++ > 0)
            return;

        (_start, _bindingsBefore, _followsValues, _rows) = (commandText.Length, bindings, followsValues, null);
    }

    /// <summary>A parenthesis that was just written.</summary>
    public void Close(int bindings)
    {
        if (--_depth != 0 || _rows is null)
            return;

        IsMisplaced |= Found is not null;
        _endsHere = true;
        Found = (_rows, _start, commandText.Length, _bindingsBefore, bindings - _bindingsBefore);
    }

    /// <summary>A member of the objects of a collection.</summary>
    public void Note(BoundName rows)
    {
        IsMisplaced |= _depth == 0 || !_followsValues || (_rows is not null && _rows.Parameter != rows.Parameter);
        _rows = rows;
    }
}
