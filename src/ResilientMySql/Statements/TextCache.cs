using System.Collections.Concurrent;

namespace ResilientMySql.Statements;

/// <summary>
/// Something known of each of the last texts, at least so many of them and at most twice as many. Texts that never come again, as from
/// programs that splice values into their SQL, push out those that do not come again either, and no others.
/// </summary>
/// <param name="leastTexts">How many are kept at least.</param>
/// <remarks>
/// Has two generations. What is asked for moves to the younger one; once that is full the older one is forgotten. To find a text of
/// the younger one takes no lock. Thread-safe.
/// </remarks>
internal sealed class TextCache<TValue>(int leastTexts)
{
    private readonly Lock _lock = new();
    private volatile ConcurrentDictionary<string, TValue> _young = new();
    private volatile ConcurrentDictionary<string, TValue> _old = new();
    private int _youngTexts;

    public bool TryGet(string text, out TValue? value)
    {
        if (_young.TryGetValue(text, out value))
            return true;

        if (!_old.TryGetValue(text, out value))
            return false;

        Add(text, value);
        return true;
    }

    public void Add(string text, TValue value)
    {
        lock (_lock)
        {
            if (_youngTexts == leastTexts)
            {
                _old = _young;
                _young = new();
                _youngTexts = 0;
            }

            if (_young.TryAdd(text, value))
                _youngTexts++;
        }
    }
}
