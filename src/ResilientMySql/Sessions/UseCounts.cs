using System.Runtime.InteropServices;

namespace ResilientMySql.Sessions;

/// <summary>
/// Counts how often each text was used, of the texts used lately: programs that splice values into their SQL must not grow this
/// for ever. Counting a text that is known costs no memory.
/// </summary>
/// <param name="enough">How many uses are enough.</param>
internal sealed class UseCounts(int enough)
{
    private const int MostTexts = 256;
    private const int LongestText = 8192;
    private const int Refused = -1;

    private Dictionary<string, int> _lately = [];
    private Dictionary<string, int> _before = [];

    /// <summary>Counts one use; whether there had been enough before it.</summary>
    public bool HadEnough(string sql)
    {
        if (sql.Length > LongestText)
            return false;

        if (_lately.Count >= MostTexts && !_lately.ContainsKey(sql))
            TurnOver();

        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(_lately, sql, out bool isKnown);
        if (!isKnown && _before.Remove(sql, out int before))
            count = before;

        if (count == Refused)
            return false;

        if (count >= enough)
            return true;

        count++;
        return false;
    }

    /// <summary>That text is not to be prepared, however often it is used.</summary>
    public void Refuse(string sql) => _lately[sql] = Refused;

    /// <summary>Counts that text from the beginning.</summary>
    public void Forget(string sql)
    {
        _lately.Remove(sql);
        _before.Remove(sql);
    }

    /// <summary>What was not used since the last time is forgotten.</summary>
    private void TurnOver()
    {
        (_lately, _before) = (_before, _lately);
        _lately.Clear();
    }
}
